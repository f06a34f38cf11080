import type english from '../en/shell.ts'

/** By the codes of problem details, where their English would reach a shopper. */
const refusals: Record<string, string> = {}

export default {
  skip: 'Zum Inhalt springen',
  promise: 'Awesome Online Store. Hier geht keine Bestellung verloren.',
  cards: 'Kartennummern gehen nur an den Zahlungsdienst.',
  mainNavigation: 'Hauptmenü',
  language: 'Sprache',
  account: 'Konto',
  signIn: 'Anmelden',
  cart: 'Warenkorb',
  items: (count) => (count === 1 ? '1 Artikel' : `${count} Artikel`),

  notFound: {
    title: 'Nicht gefunden',
    heading: 'Hier ist nichts',
    text: 'Vielleicht ist die Adresse vertippt, oder was hier war, gibt es nicht mehr.',
    back: 'Zurück zum Shop',
  },
  failure: {
    title: 'Etwas ist schiefgegangen',
    heading: 'Das hat nicht geklappt',
    broken: 'Auf dieser Seite ist etwas kaputtgegangen. Oft hilft ein zweiter Versuch.',
    reference: (requestId) => `Wenn es so bleibt, nennen Sie uns bitte diese Nummer: ${requestId}`,
    retry: 'Noch einmal versuchen',
    unreachable: 'Wir konnten den Shop nicht erreichen. Bitte prüfen Sie Ihre Verbindung.',
    later: 'Der Shop kann das gerade nicht. Bitte versuchen Sie es gleich noch einmal.',
    refused: (code, _detail) => refusals[code] ?? 'Der Shop hat das abgelehnt.',
    field: (_message, remedy) => remedy,
  },
  totals: {
    delivery: 'Versand',
    deliveryBy: (name) => `Versand: ${name}`,
    free: 'Kostenlos',
    total: 'Gesamt',
    withTax: (amount, tax) => `enthält ${amount} ${tax}`,
  },
} satisfies typeof english
