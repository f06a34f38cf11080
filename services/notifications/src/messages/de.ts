import { detailInGerman } from '@aos/contracts/details-in-german'
import type { Words } from './en.ts'

export default {
  // What comes after a comma would have to begin with a small letter.
  greeting: (name) => `Guten Tag ${name}!`,
  footnotes: {
    order: 'Sie erhalten diese E-Mail wegen einer Bestellung in unserem Shop.',
    account: 'Sie erhalten diese E-Mail, weil jemand diese Adresse in unserem Shop angegeben hat.',
  },
  seeOrder: 'Bestellung ansehen',
  order: 'Bestellung',
  shipTo: 'Lieferung an',
  trackingNumber: 'Sendungsnummer',
  bill: {
    each: (price) => `je ${price}`,
    items: 'Artikel',
    delivery: 'Versand',
    deliveryBy: (name) => `Versand: ${name}`,
    free: 'Kostenlos',
    withTax: (tax) => `Darin ${tax}`,
    total: 'Gesamt',
    totalToday: 'Gesamt heute',
    returned: 'An Sie erstattet',
    charged: 'Abgebucht',
  },
  approved: {
    subject: (total) => `Ihre Bestellung über ${total} ist bestätigt`,
    title: 'Vielen Dank für Ihre Bestellung',
    text: 'Ihre Zahlung ist eingegangen, und Ihre Artikel sind reserviert. Das schicken wir Ihnen:',
    next: 'Sobald das Paket unterwegs ist, schreiben wir Ihnen wieder.',
  },
  rejected: {
    subject: 'Wir konnten Ihre Bestellung nicht annehmen',
    reasons: {
      unavailable: {
        title: 'Einige Artikel sind vergriffen',
        text: 'Jemand war ein wenig schneller, und für Ihre Bestellung ist nicht mehr genug da:',
        advice: 'Was noch da ist, können Sie gern neu bestellen.',
      },
      'price-changed': {
        title: 'Ein Preis hat sich geändert',
        text: 'Bevor Ihre Bestellung bei uns ankam, hat sich ein Preis geändert, und Sie sollen nichts bezahlen, was Sie nicht gesehen haben.',
        advice:
          'Im Shop stehen die aktuellen Preise. Sehen Sie sie sich gern an, und bestellen Sie noch einmal, wenn sie Ihnen zusagen.',
      },
      'payment-declined': {
        title: 'Ihre Zahlung wurde abgelehnt',
        text: 'Die Zahlung wurde abgelehnt.',
        advice: 'Bitte bestellen Sie noch einmal mit einer anderen Karte, oder fragen Sie Ihre Bank.',
      },
    },
    shortage: (wanted, left) => `${wanted} gewünscht, ${left === 0 ? 'keine mehr' : `noch ${left}`} da`,
    given: 'Diesen Grund hat man uns genannt:',
    detail: detailInGerman,
    shown: (total) => `Angezeigt haben wir Ihnen insgesamt ${total}. So viel kostet es jetzt:`,
    ordered: 'Das war Ihre Bestellung:',
    notCharged: (total) => `Ihnen wurde nichts abgebucht: Die ${total} bleiben bei Ihnen.`,
  },
  cancelled: {
    subject: 'Ihre Bestellung ist storniert',
    subjectRefunded: 'Ihre Bestellung ist storniert und erstattet',
    title: 'Ihre Bestellung ist storniert',
    reasons: {
      customer: 'Wie gewünscht haben wir Ihre Bestellung storniert. Es wird nichts verschickt.',
      deadline:
        'Es tut uns leid: Wir konnten Ihre Bestellung nicht rechtzeitig abschließen und haben sie storniert. Es wird nichts verschickt.',
      'shipment-failed':
        'Es tut uns leid: Der Paketdienst konnte Ihr Paket nicht befördern, deshalb haben wir Ihre Bestellung storniert.',
    },
    refunded: (amount) =>
      `Wir haben Ihnen ${amount} erstattet. Bis Ihre Bank den Betrag anzeigt, kann es einige Tage dauern.`,
    notCharged: 'Ihnen wurde nichts abgebucht.',
  },
  dispatched: {
    subject: 'Ihr Paket ist unterwegs',
    title: 'Ihr Paket ist unterwegs',
    text: 'Der Paketdienst hat Ihr Paket abgeholt. Mit dieser Nummer lässt es sich verfolgen:',
    contents: 'Das ist darin:',
  },
  delivered: {
    subject: 'Ihr Paket ist angekommen',
    title: 'Ihr Paket ist angekommen',
    text: 'Der Paketdienst meldet uns, dass Ihr Paket zugestellt ist. Wir wünschen Ihnen viel Freude damit!',
    missing: 'Wenn Sie es nicht finden, fragen Sie bitte zuerst Ihre Nachbarn, dann uns.',
    contents: 'Das war darin:',
  },
  verification: {
    subject: 'Bitte bestätigen Sie Ihre E-Mail-Adresse',
    title: 'Ist das Ihre E-Mail-Adresse?',
    text: 'Jemand, hoffentlich Sie selbst, hat mit dieser Adresse in unserem Shop ein Konto angelegt.',
    ifYou:
      'Wenn Sie es waren, bestätigen Sie bitte die Adresse. Dann finden Sie in Ihrem Konto auch, was Sie als Gast bestellt haben:',
    action: 'Adresse bestätigen',
    ifNot:
      'Wenn Sie es nicht waren, brauchen Sie nichts zu tun: Ohne diesen Schritt bleibt die Adresse unbestätigt.',
  },
  passwordReset: {
    subject: 'Neues Passwort wählen',
    title: 'Neues Passwort wählen',
    text: 'Jemand, hoffentlich Sie selbst, hat für Ihr Konto ein neues Passwort angefordert.',
    action: 'Neues Passwort wählen',
    once: (minutes) =>
      `Der Link gilt ${minutes} Minuten lang und nur einmal. Wenn Sie ihn nicht angefordert haben, brauchen Sie nichts zu tun: Ihr Passwort bleibt, wie es ist.`,
  },
} satisfies Words
