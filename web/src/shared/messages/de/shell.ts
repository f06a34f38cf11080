import type english from '../en/shell.ts'

/** By the codes of problem details, where their English would reach a shopper. */
const refusals: Record<string, string> = {
  'account-exists':
    'Mit dieser E-Mail-Adresse gibt es schon ein Konto. Bitte melden Sie sich an, oder wählen Sie ein neues Passwort.',
  'actor-token-refused': 'Das hat zu lange gedauert. Bitte versuchen Sie es noch einmal.',
  'bad-request':
    'Der Shop hat diese Anfrage nicht verstanden. Bitte laden Sie die Seite neu, und versuchen Sie es noch einmal.',
  'cart-full': 'Mehr verschiedene Artikel passen nicht in den Warenkorb. Bitte entfernen Sie erst einen.',
  'changed-meanwhile':
    'Das hat sich inzwischen geändert. Bitte laden Sie die Seite neu, und versuchen Sie es noch einmal.',
  'cross-site-request':
    'Diese Anfrage kam von einer anderen Seite. Bitte öffnen Sie den Shop neu, und versuchen Sie es dort noch einmal.',
  'headers-too-large': 'Diese Anfrage ist zu lang. Bitte kürzen Sie, was Sie eingegeben haben.',
  'idempotency-key-reused':
    'Diese Anfrage ist schon einmal angekommen, mit anderem Inhalt. Bitte laden Sie die Seite neu, und versuchen Sie es noch einmal.',
  'invalid-body': 'An Ihren Angaben stimmt etwas nicht. Bitte prüfen Sie sie noch einmal.',
  'invalid-headers': 'Der Shop hat diese Anfrage nicht verstanden. Bitte laden Sie die Seite neu.',
  'invalid-params': 'Diese Adresse stimmt nicht. Bitte prüfen Sie, ob sie vollständig ist.',
  'invalid-query': 'Danach kann der Shop nicht suchen. Bitte ändern Sie Ihre Suche oder die Filter.',
  'link-is-over': 'Dieser Link wurde schon benutzt oder ist zu alt. Bitte fordern Sie einen neuen an.',
  'no-provider':
    'Auf diesem Weg kann man sich hier nicht anmelden. Bitte melden Sie sich mit Ihrem Passwort an.',
  'no-such-address': 'Das gibt es hier nicht. Bitte laden Sie die Seite neu.',
  'no-such-delivery': 'Diesen Versand bieten wir nicht mehr an. Bitte wählen Sie einen anderen.',
  'no-such-order': 'Diese Bestellung gibt es nicht. Bitte prüfen Sie den Link in Ihrer E-Mail.',
  'no-such-product': 'Dieses Produkt gibt es nicht mehr. Bitte sehen Sie sich nach einem anderen um.',
  'no-such-saved-address': 'Diese Adresse gibt es nicht mehr. Bitte laden Sie die Seite neu.',
  'rate-limited': 'Das waren zu viele Anfragen auf einmal. Bitte warten Sie einen Moment.',
  'request-in-progress': 'Ihre Anfrage wird gerade bearbeitet. Bitte versuchen Sie es gleich noch einmal.',
  'request-timeout':
    'Ihre Anfrage kam nicht rechtzeitig an. Bitte prüfen Sie Ihre Verbindung, und versuchen Sie es noch einmal.',
  'sign-in-again': 'Bitte melden Sie sich noch einmal an, damit wir sicher sind, dass Sie es sind.',
  'sign-in-needed': 'Bitte melden Sie sich zuerst an.',
  'too-late-to-cancel': 'Diese Bestellung lässt sich nicht mehr stornieren: Dafür ist sie schon zu weit.',
  'too-many-addresses': 'Mehr Adressen fasst ein Konto nicht. Bitte entfernen Sie erst eine andere.',
  'too-many-attempts':
    'Das wurde zu oft versucht. Bitte warten Sie ein paar Minuten, und versuchen Sie es dann noch einmal.',
  'too-many-open-orders':
    'Zu viele Ihrer Bestellungen warten noch auf ihre Zahlung. Bitte bezahlen oder stornieren Sie erst eine davon.',
  'wrong-credentials':
    'Diese E-Mail-Adresse und dieses Passwort gehören nicht zusammen. Bitte prüfen Sie beides, oder wählen Sie ein neues Passwort.',
  'wrong-password': 'Das ist nicht Ihr Passwort. Bitte geben Sie es noch einmal ein.',
}

/** What a proxy in between says has only its status for a code. */
const inBetween =
  'Etwas zwischen Ihnen und dem Shop hat das nicht durchgelassen. Bitte versuchen Sie es über eine andere Verbindung.'

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

  search: {
    inShop: 'Im Shop suchen',
    action: 'Suchen',
    suggestions: 'Vorschläge',
    category: 'Kategorie',
    suggested: (count) =>
      count === 1
        ? '1 Vorschlag, die Pfeiltasten führen hin'
        : `${count} Vorschläge, die Pfeiltasten führen hindurch`,
  },
  loading: {
    order: 'Ihre Bestellung wird geladen …',
    shop: 'Der Shop wird geladen …',
    products: 'Die Produkte werden geladen …',
    product: 'Das Produkt wird geladen …',
    cart: 'Ihr Warenkorb wird geladen …',
    page: 'Die Seite wird geladen …',
  },
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
    refused: (code, detail) =>
      refusals[code] ?? (code.startsWith('http-') ? inBetween : `Der Shop hat das abgelehnt: „${detail}“`),
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
