import type english from '../en/checkout.ts'

/** By the broker's codes: its sentences need not be German. */
const brokerFaults: Record<string, string> = {
  incomplete_number: 'Die Kartennummer ist unvollständig.',
  invalid_number: 'Die Kartennummer ist ungültig.',
  incorrect_number: 'Die Kartennummer stimmt nicht.',
  incomplete_expiry: 'Das Ablaufdatum der Karte ist unvollständig.',
  invalid_expiry_month: 'Den Monat im Ablaufdatum gibt es nicht.',
  invalid_expiry_month_past: 'Das Ablaufdatum der Karte liegt in der Vergangenheit.',
  invalid_expiry_year: 'Das Jahr im Ablaufdatum ist ungültig.',
  invalid_expiry_year_past: 'Das Ablaufdatum der Karte liegt in der Vergangenheit.',
  expired_card: 'Die Karte ist abgelaufen.',
  incomplete_cvc: 'Die Prüfziffer der Karte ist unvollständig.',
  invalid_cvc: 'Die Prüfziffer der Karte ist ungültig.',
  incorrect_cvc: 'Die Prüfziffer der Karte stimmt nicht.',
  incomplete_iban: 'Die IBAN ist unvollständig.',
  invalid_iban: 'Die IBAN ist ungültig.',
}

export default {
  title: 'Kasse',

  ordered: {
    heading: 'Das haben Sie schon bestellt',
    text: 'Es ist nichts weiter zu tun, um Ihre Bestellung kümmern wir uns schon.',
    see: 'Zu Ihrer Bestellung',
    goOn: 'Weiter umsehen',
  },
  finishing: {
    heading: 'Ihre Bestellung wird abgeschlossen …',
    text: 'Wir haben sie gerade abgeschickt und fragen nach, was daraus geworden ist.',
  },
  unanswered: {
    title: 'Wir haben Ihre Bestellung abgeschickt, aber keine Antwort bekommen',
    text: 'Vielleicht ist die Verbindung unterbrochen. Ihre Bestellung bleibt hier erhalten. Sie können jederzeit noch einmal fragen: Doppelt bestellt wird dabei nie.',
    ask: 'Noch einmal fragen',
  },
  refused: {
    title: 'Wir konnten diese Bestellung nicht annehmen',
    nothingCharged: 'Es wurde nichts abgebucht.',
    change: 'Angaben ändern',
    complaint: (_message, remedy) => remedy,
  },
  changed: {
    title: 'Inzwischen haben sich Preise geändert',
    price: (what, now, before) => `${what}: ${now} statt ${before}.`,
    goOn: 'Wenn das für Sie in Ordnung ist, schließen Sie die Bestellung einfach ab.',
  },
  gone: {
    title: 'Nicht alles ist noch zu haben',
    beforeLink: 'Sehen Sie nach, was unten markiert ist, und ',
    link: 'ändern Sie Ihren Warenkorb',
    afterLink: '. Was Sie hier eingegeben haben, bleibt erhalten.',
  },

  guest: {
    beforeLink: 'Sie brauchen kein Konto. Wenn Sie eines haben, ',
    link: 'melden Sie sich an',
    afterLink: ', um Ihre gespeicherten Adressen zu verwenden.',
  },
  savedAddress: 'Gespeicherte Adresse verwenden',
  choose: 'Bitte wählen …',
  who: 'Für wen ist die Bestellung?',
  where: 'Wohin sollen wir liefern?',
  fields: {
    name: 'Vor- und Nachname',
    email: 'E-Mail-Adresse',
    street: 'Straße und Hausnummer',
    postalCode: 'Postleitzahl',
    city: 'Ort',
    country: 'Land',
  },
  remedies: {
    name: 'Bitte geben Sie Ihren Namen ein.',
    email: 'Bitte geben Sie eine E-Mail-Adresse wie name@example.com ein.',
    street: 'Bitte geben Sie Straße und Hausnummer ein.',
    postalCode: 'Bitte geben Sie die Postleitzahl ein.',
    city: 'Bitte geben Sie den Ort ein.',
    country: 'Bitte wählen Sie das Land aus.',
  },
  faults: {
    title: 'Fast geschafft',
    text: (count) =>
      count === 1
        ? 'Bitte sehen Sie sich ein Feld noch einmal an.'
        : `Bitte sehen Sie sich ${count} Felder noch einmal an.`,
  },
  delivery: 'Welchen Versand wünschen Sie?',
  checking: 'Wird geprüft …',
  toReview: 'Bestellung prüfen',
  reviewFollows: 'Bevor Sie bestellen, können Sie sich alles noch einmal ansehen.',

  payment: {
    question: 'Wie möchten Sie bezahlen?',
    notLoaded: 'Die Zahlungsarten konnten nicht geladen werden',
    takesDays: 'Dauert einige Tage; wir versenden, sobald Ihre Bank gezahlt hat',
    another: 'Zahlungsdaten ändern',
    mandate:
      'Mit der Bestellung ermächtigen Sie Awesome Online Store und seinen Zahlungsdienst, den Betrag mittels Lastschrift von Ihrem Konto einzuziehen. Zugleich weisen Sie Ihre Bank an, diese Lastschrift einzulösen. Innerhalb von acht Wochen nach der Belastung erstattet Ihre Bank den Betrag, wenn Sie es verlangen.',
    cardEnding: (brand, digits) => `${brand} mit den Endziffern ${digits}`,
    accountEnding: (digits) => `Konto mit den Endziffern ${digits}`,
    asSaid: 'Wie angegeben',
  },
  broker: {
    notLoaded: 'Das Zahlungsformular konnte nicht geladen werden',
    notLoadedText: 'Vielleicht ist ein Werbeblocker oder eine gestörte Verbindung im Weg.',
    hint: 'Geht direkt an den Zahlungsdienst. Wir bekommen die Nummer nie zu sehen.',
    loading: 'Das Zahlungsformular wird noch geladen. Bitte versuchen Sie es gleich noch einmal.',
    fault: (_message, code = '') => brokerFaults[code] ?? 'Bitte prüfen Sie, was Sie eingegeben haben.',
  },

  review: {
    title: 'Bestellung prüfen',
    heading: 'Ist alles richtig?',
    where: 'Lieferadresse',
    delivery: 'Versand',
    payment: 'Zahlung',
    items: 'Ihre Artikel',
    change: 'Ändern',
    changeWhat: (title) => `: ${title}`,
    // The law wants these words on the button by which a consumer agrees to pay.
    place: 'Zahlungspflichtig bestellen',
    placing: 'Bestellung wird aufgegeben …',
    placingAloud: 'Ihre Bestellung wird aufgegeben. Bitte warten Sie.',
  },
} satisfies typeof english
