import type english from '../en/cart.ts'

export default {
  heading: 'Ihr Warenkorb',
  keepLooking: 'Weiter stöbern',
  empty: {
    heading: 'Ihr Warenkorb ist leer',
    text: 'Was Sie hier hineinlegen, wartet auf Sie, auch wenn Sie die Seite schließen.',
    fill: 'Etwas Schönes finden',
  },
  quantityOf: (name) => `Menge von ${name}`,
  remove: 'Entfernen',
  removeOf: (name) => `${name} entfernen`,

  trouble: {
    lost: 'Das können wir gerade nicht verkaufen. Bitte entfernen Sie diesen Artikel.',
    tooMany: (left) => `Nur noch ${left} auf Lager: Bitte wählen Sie eine kleinere Menge.`,
    soldOut: 'Ausverkauft: Bitte entfernen Sie diesen Artikel.',
  },
  summary: 'Zusammenfassung',
  freeDelivery: (missing, delivery) => `Noch ${missing}, und der Versand (${delivery}) ist kostenlos.`,
  checkout: 'Zur Kasse',
  blocked: 'Etwas in Ihrem Warenkorb ist so nicht zu haben.',
  seeWhat: 'Ansehen',
} satisfies typeof english
