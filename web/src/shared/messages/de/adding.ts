import type english from '../en/adding.ts'

export default {
  quantity: 'Menge',
  oneLess: (label) => `Eins weniger: ${label}`,
  oneMore: (label) => `Eins mehr: ${label}`,
  add: 'In den Warenkorb',
  soldOut: 'Dieses Produkt ist im Moment ausverkauft.',
  pending: 'Wird hinzugefügt …',
  added: 'Hinzugefügt. Das Produkt wartet im Warenkorb auf Sie.',
  again: 'Die Artikel wieder in den Warenkorb legen',
} satisfies typeof english
