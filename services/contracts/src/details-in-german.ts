/**
 * What the payment broker, banks and the shipment company say of an order has no codes, only sentences. One
 * list for the web app and the letters, apart from the schemas, so that only German readers get it.
 */
const details: Record<string, string> = {
  // The reason before it says so.
  'Your card was declined.': '',
  'The payment was declined.': '',
  'Your card has insufficient funds.': 'Ihre Karte ist nicht ausreichend gedeckt.',
  'Your card has expired.': 'Ihre Karte ist abgelaufen.',
  "Your card's security code is incorrect.": 'Die Prüfziffer Ihrer Karte stimmt nicht.',
  'Your card number is incorrect.': 'Die Nummer Ihrer Karte stimmt nicht.',
  'Your card is not supported.': 'Karten dieser Art werden nicht angenommen.',
  'Your card does not support this type of purchase.': 'Ihre Karte lässt diese Art von Einkauf nicht zu.',
  'Your card was declined for making repeated attempts too frequently or exceeding its amount limit.':
    'Ihre Karte wurde zu oft hintereinander benutzt, oder ihr Limit ist überschritten.',
  'Your card was declined. This transaction requires authentication.':
    'Die Bank verlangt eine Bestätigung von Ihnen, die hier nicht möglich ist.',
  'An error occurred while processing your card. Try again in a little bit.':
    'Bei der Bank ist ein Fehler aufgetreten.',
  'The bank asks for a confirmation by the customer, which is not possible here.':
    'Die Bank verlangt eine Bestätigung von Ihnen, die hier nicht möglich ist.',
  'The customer’s bank returned the debit.': 'Ihre Bank hat die Lastschrift zurückgegeben.',
  'The payment was called off at the payment broker.': 'Sie wurde beim Zahlungsdienst abgebrochen.',
  'The payment was cancelled at the payment broker.': 'Sie wurde beim Zahlungsdienst abgebrochen.',
  'The payment broker never received the payment.': 'Sie ist beim Zahlungsdienst nie angekommen.',
  'the parcel was lost': 'Das Paket ist verloren gegangen.',
  'the shipment company called the parcel off': 'Der Paketdienst hat den Auftrag storniert.',
  'The carrier does not deliver to this address.': 'Der Paketdienst liefert nicht an diese Adresse.',
}

/**
 * Stands behind a sentence that tells the reason. A bank that says something else says it in English: then
 * the reason is all, and the advice is to ask the bank. A shipment company knows what is wrong with an
 * address, and is quoted.
 *
 * @returns an empty text where there is nothing to add.
 */
export function detailInGerman(detail: string, reason: string | undefined): string {
  if (Object.hasOwn(details, detail)) return details[detail] ?? ''
  return reason === 'shipment-failed' ? `Die Begründung im Wortlaut: „${detail}“.` : ''
}
