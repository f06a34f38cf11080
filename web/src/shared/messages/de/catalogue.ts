import type english from '../en/catalogue.ts'

export default {
  soldOut: 'Ausverkauft',
  left: (count) => `Nur noch ${count} auf Lager`,
  inStock: 'Auf Lager',
  breadcrumb: 'Sie sind hier',
  shop: 'Startseite',
  categories: 'Kategorien',
  products: (count) => (count === 1 ? '1 Produkt' : `${count} Produkte`),
  seeEverything: 'Alles ansehen',

  start: {
    heading: 'Gute Dinge, die bleiben',
    text: 'Nützlich, gut gemacht, eine Freude fürs Auge. Bestellen Sie etwas und sehen Sie Schritt für Schritt, wie es zu Ihnen kommt.',
    new: 'Neu im Shop',
    allNew: 'Alles, was neu ist',
    small: 'Kleine Dinge, kleine Preise',
    allSmall: 'Alle ansehen',
  },
  product: {
    pictures: 'Bilder',
    picture: (name, place, of) => `${name}, Bild ${place} von ${of}`,
    showPicture: (place, of) => `Bild ${place} von ${of} zeigen`,
    article: 'Artikelnummer',
    delivery: 'Versand',
    tracked: 'Mit Sendungsnummer',
    changedMind: 'Anders überlegt?',
    cancel: 'Bis zum Versand können Sie jederzeit stornieren; wir erstatten dann sofort',
    related: 'Das könnte Ihnen auch gefallen',
  },
} satisfies typeof english
