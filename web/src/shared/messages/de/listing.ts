import type english from '../en/listing.ts'

export default {
  everything: 'Alle Produkte',
  quoted: (words) => `„${words}“`,
  meant: 'So heißt bei uns nichts. Das sind die Treffer für',
  loosened: 'Kein Produkt enthält alle diese Wörter. Diese enthalten einige davon.',
  allCategories: 'Alle Kategorien',
  category: 'Kategorie',
  products: 'Produkte',

  filter: 'Filtern und sortieren',
  takeAway: 'Filter entfernen',
  price: 'Preis',
  from: 'Von',
  to: 'Bis',
  range: (lowest, highest) => `${lowest} bis ${highest}`,
  apply: 'Preis anwenden',
  sortBy: 'Sortieren nach',
  sorts: {
    relevance: 'Beste Treffer',
    name: 'Name, A bis Z',
    cheapest: 'Preis, niedrigster zuerst',
    dearest: 'Preis, höchster zuerst',
    newest: 'Neueste zuerst',
  },

  nothing: {
    heading: 'Nichts gefunden',
    filtered: 'Kein Produkt passt zu allem, was Sie gewählt haben.',
    unknown: 'Vielleicht hilft ein anderes Wort, oder Sie sehen sich in den Kategorien um.',
  },
  pages: 'Seiten',
  page: (page, pages) => `Seite ${page} von ${pages}`,
  previous: 'Vorherige Seite',
  next: 'Nächste Seite',
} satisfies typeof english
