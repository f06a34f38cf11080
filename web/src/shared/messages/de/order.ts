import { detailInGerman } from '@aos/contracts/details-in-german'
import type english from '../en/order.ts'

/** By their English titles, which stand in the contracts. */
const steps: Record<string, string> = {
  'You placed the order': 'Sie haben bestellt',
  'We wrote it down': 'Wir haben es aufgeschrieben',
  'Asked the warehouse': 'Beim Lager angefragt',
  'Items are held for you': 'Artikel sind für Sie reserviert',
  'Asked for the payment': 'Zahlung angefordert',
  'Payment received': 'Zahlung eingegangen',
  'Order approved': 'Bestellung bestätigt',
  'Items left the shelf': 'Artikel aus dem Regal genommen',
  'E-mail sent to you': 'E-Mail an Sie geschickt',
  'Handed to the carrier': 'Dem Paketdienst angekündigt',
}

export default {
  title: (number) => `Bestellung ${number}`,
  heading: 'Ihre Bestellung',
  placed: (day) => `aufgegeben am ${day}`,
  destination: 'Wohin es geht',

  status: {
    label: 'Stand der Bestellung',
    next: 'Als Nächstes:',
    placed: {
      headline: 'Vielen Dank für Ihre Bestellung',
      now: 'Wir reservieren gerade Ihre Artikel.',
      next: 'die Zahlung. Diese Seite bleibt von selbst auf dem neuesten Stand.',
    },
    awaitingPayment: {
      headline: 'Ihre Artikel sind reserviert',
      now: (amount) => `Ihre Zahlung über ${amount} läuft. Manche Banken brauchen einen Moment.`,
      next: (email) => `Wir packen Ihr Paket und schreiben an ${email}.`,
    },
    approved: {
      headline: 'Ihre Bestellung ist bestätigt',
      packing: 'Sie ist bezahlt, und wir packen gerade Ihr Paket.',
      booked: 'Sie ist bezahlt, und der Paketdienst holt Ihr Paket bald ab.',
      next: (email) => `Ihr Paket geht auf die Reise, und wir schreiben an ${email}, sobald es so weit ist.`,
    },
    shipped: {
      headline: 'Unterwegs zu Ihnen',
      now: 'Ihr Paket ist beim Paketdienst.',
      next: 'Ihr Paket kommt an, und wir schreiben Ihnen, sobald es so weit ist.',
    },
    delivered: { headline: 'Zugestellt', now: 'Wir wünschen Ihnen viel Freude damit.' },
    rejected: { headline: 'Wir konnten diese Bestellung nicht annehmen' },
    cancelling: {
      headline: 'Die Bestellung wird storniert …',
      parcel: 'Wir halten das Paket auf. Wenn das gelingt, bekommen Sie Ihr ganzes Geld zurück.',
      payment:
        'Wir halten die Zahlung auf. Falls Ihre Bank schneller war, bekommen Sie Ihr ganzes Geld zurück.',
      next: 'Wir sagen Ihnen hier und per E-Mail, wie es ausgegangen ist.',
    },
    cancelled: { headline: 'Bestellung storniert' },
    tooLate: 'Sie wollten stornieren, aber da war das Paket schon unterwegs.',
  },

  reasons: {
    unavailable: 'Etwas davon ist nicht mehr in der gewünschten Menge da.',
    'price-changed':
      'Bevor Ihre Bestellung bei uns ankam, hat sich ein Preis geändert, und Sie sollen nichts bezahlen, was Sie nicht gesehen haben.',
    'payment-declined': 'Die Zahlung wurde abgelehnt.',
    customer: 'Sie haben die Bestellung storniert.',
    deadline:
      'Es hat länger gedauert, als wir uns erlauben, deshalb haben wir die Bestellung storniert. Das tut uns leid.',
    'shipment-failed': 'Der Paketdienst konnte Ihr Paket nicht befördern. Das tut uns leid.',
  },
  detail: detailInGerman,
  waysOn: {
    unavailable:
      'Legen Sie die übrigen Artikel wieder in den Warenkorb, und nehmen Sie so viele, wie da sind.',
    'price-changed': 'Legen Sie die Artikel wieder in den Warenkorb, um zu sehen, was sie heute kosten.',
    'payment-declined':
      'Legen Sie die Artikel wieder in den Warenkorb und bezahlen Sie mit einer anderen Karte, oder fragen Sie Ihre Bank nach dem Grund.',
    customer: 'Wenn Sie es sich noch einmal anders überlegen, legen Sie die Artikel wieder in den Warenkorb.',
    deadline: 'Legen Sie die Artikel wieder in den Warenkorb, um es noch einmal zu versuchen.',
    'shipment-failed':
      'Legen Sie die Artikel wieder in den Warenkorb, um es noch einmal zu versuchen, vielleicht mit einer anderen Adresse.',
  },
  shortage: (wanted, left) => `${wanted} gewünscht, ${left === 0 ? 'keine mehr da' : `noch ${left} da`}`,

  money: {
    returned: (amount) => ({
      short: `${amount} an Sie erstattet`,
      long: `Wir haben Ihnen den vollen Betrag von ${amount} erstattet. Bis Ihre Bank ihn anzeigt, kann es einige Tage dauern.`,
    }),
    returning: (amount) => ({
      short: `Sie bekommen ${amount} zurück`,
      long: `Wir erstatten Ihnen den vollen Betrag von ${amount} auf dem Weg, auf dem Sie bezahlt haben.`,
    }),
    nothing: { short: 'Nichts wurde abgebucht', long: 'Ihnen wurde nichts abgebucht.' },
  },
  cancellation: {
    heading: 'Anders überlegt?',
    until: 'Bis das Paket das Haus verlässt, können Sie stornieren.',
    cancel: 'Bestellung stornieren',
    cancelling: 'Wird storniert …',
    hasLeft: 'Das Paket ist unterwegs, deshalb lässt sich die Bestellung nicht mehr stornieren.',
    failed: 'Die Bestellung konnte nicht storniert werden',
    question: 'Diese Bestellung stornieren?',
    keep: 'Bestellung behalten',
    confirm: 'Ja, stornieren',
    tooLate: 'Dafür ist es zu spät',
    tooLateText: 'Inzwischen ist die Bestellung weiter vorangekommen: Sie lässt sich nicht mehr stornieren.',
    close: 'Schließen',
    notCharged: 'Noch wurde nichts abgebucht, und dabei bleibt es.',
    stopsPayment: (amount) =>
      `Wir halten die Zahlung auf. Falls Ihre Bank schneller war, bekommen Sie den vollen Betrag von ${amount} zurück.`,
    refunds: (amount) =>
      `Es wird nichts verschickt, und Sie bekommen den vollen Betrag von ${amount} auf dem Weg zurück, auf dem Sie bezahlt haben. Bis Ihre Bank ihn anzeigt, kann es einige Tage dauern.`,
  },

  items: {
    heading: 'Was drin ist',
    label: 'Artikel',
    quantity: (count) => `Menge: ${count}`,
  },
  parcel: {
    heading: 'Ihr Paket',
    trackingNumber: 'Sendungsnummer beim Paketdienst',
    reports: 'Was der Paketdienst meldet',
    states: {
      ShipmentDelivered: 'Zugestellt',
      ShipmentDispatched: 'Unterwegs',
      ShipmentBooked: 'Angekündigt, noch nicht abgeholt',
    },
  },

  way: {
    going: 'Wie es vorangeht',
    over: 'Wie es gelaufen ist',
    states: { done: 'Erledigt', now: 'Läuft gerade', next: 'Kommt noch', skipped: 'Entfällt' },
    stretches: {
      OrderPlaced: {
        done: 'Bestellung aufgegeben',
        now: 'Bestellung wird aufgegeben',
        next: 'Bestellung aufgegeben',
      },
      ItemsReserved: {
        done: 'Artikel für Sie reserviert',
        now: 'Ihre Artikel werden reserviert',
        next: 'Reservierung',
      },
      PaymentSucceeded: { done: 'Zahlung eingegangen', now: 'Wir warten auf Ihre Zahlung', next: 'Zahlung' },
      ItemsPicked: { done: 'Gepackt', now: 'Ihr Paket wird gepackt', next: 'Verpackung' },
      ShipmentDispatched: {
        done: 'Vom Paketdienst abgeholt',
        now: 'Wartet auf den Paketdienst',
        next: 'Übergabe an den Paketdienst',
      },
      ShipmentDelivered: { done: 'Zugestellt', now: 'Unterwegs zu Ihnen', next: 'Zustellung' },
    },
    tooLate: 'Als Sie stornieren wollten, war das Paket schon unterwegs.',
    causes: {
      ItemsUnavailable: 'Von Ihren Artikeln waren nicht genug da',
      PaymentFailed: 'Zahlung abgelehnt',
      CancellationRequested: 'Sie wollten stornieren',
      DeadlinePassed: 'Es hat zu lange gedauert',
      ShipmentFailed: 'Der Paketdienst konnte das Paket nicht befördern',
      PriceChanged: 'Ein Preis hatte sich geändert',
      PaymentCancelled: 'Zahlung abgebrochen',
    },
    cancelled: 'Bestellung storniert',
    stoppingParcel: 'Das Paket wird angehalten',
    stoppingPayment: 'Die Zahlung wird gestoppt',
  },

  operators: {
    summary: 'Für den Betrieb',
    loading: 'Wird geladen …',
    order: 'Bestellung',
    trace: 'Ablauf (Trace)',
    noTrace: 'keiner',
    caption: 'Nachrichten zu dieser Bestellung',
    position: 'Nr.',
    message: 'Nachricht',
    time: 'Zeit',
    since: 'Seit der Bestellung',
    note: 'Notiz',
    inProgress: 'läuft · ',
    step: (title) => steps[title] ?? title,
    entries: {
      ShipmentDispatched: 'Unterwegs zu Ihnen',
      ShipmentDelivered: 'Zugestellt',
      ItemsUnavailable: 'Einige Artikel sind nicht da',
      PaymentFailed: 'Zahlung abgelehnt',
      OrderRejected: 'Bestellung abgelehnt',
      CancellationRequested: 'Sie wollten stornieren',
      DeadlinePassed: 'Es hat zu lange gedauert',
      CancelPayment: 'Gebeten, die Zahlung aufzuhalten',
      PaymentCancelled: 'Zahlung gestoppt',
      CancelShipment: 'Gebeten, das Paket aufzuhalten',
      ShipmentCancelled: 'Es wird kein Paket verschickt',
      ShipmentFailed: 'Der Paketdienst konnte das Paket nicht annehmen',
      RefundPayment: 'Erstattung angefordert',
      PaymentRefunded: 'Ihr Geld ist auf dem Weg zurück',
      OrderCancelled: 'Bestellung storniert',
      CustomerNotified: 'E-Mail an Sie geschickt',
    },
  },
} satisfies typeof english
