/** What comes while the details are filled in, and after. */
export default {
  ordered: {
    heading: 'You have ordered this already',
    text: 'Nothing more is to be done; your order is on its way through the shop.',
    see: 'See your order',
    goOn: 'Keep looking',
  },
  finishing: {
    heading: 'Finishing your order…',
    text: 'We sent it a moment ago, and ask what became of it.',
  },
  unanswered: {
    title: 'We sent your order, but heard nothing back',
    text: 'The connection may be down. Your order is kept here; asking again is safe and never orders twice.',
    ask: 'Ask again',
  },
  refused: {
    title: 'We could not take this order',
    nothingCharged: 'Nothing was charged.',
    change: 'Change your details',
    /** What the shop says of one field. */
    complaint: (message: string, _remedy: string) => message,
  },
  changed: {
    title: 'Prices changed while you were here',
    price: (what: string, now: string, before: string) => `${what}: ${now} instead of ${before}.`,
    goOn: 'If that is fine with you, go on and place the order.',
  },
  gone: {
    title: 'Not everything can be had any more',
    beforeLink: 'See what is marked below, and ',
    link: 'change your cart',
    afterLink: '. What you typed here stays.',
  },
  savedAddress: 'Use a saved address',
  remedies: {
    name: 'Please tell us your name.',
    email: 'Please enter an e-mail address such as name@example.com.',
    street: 'Please enter the street and number.',
    postalCode: 'Please enter the postal code.',
    city: 'Please enter the city.',
    country: 'Please choose the country.',
  },
  faults: {
    title: 'Almost there',
    text: (count: number) =>
      count === 1 ? 'One field needs your attention.' : `${count} fields need your attention.`,
  },
  delivery: 'How shall it come?',
  payment: {
    question: 'How will you pay?',
    notLoaded: 'The ways to pay could not be loaded',
    takesDays: 'Takes a few days; we send it as soon as your bank has paid',
    another: 'Use another one',
    mandate:
      'By placing the order you let Awesome Online Store and its payment broker send instructions to your bank to debit your account, and your bank to debit it accordingly. Within eight weeks of the debit your bank returns the money if you ask it to.',
    cardEnding: (brand: string, digits: string) => `${brand} ending in ${digits}`,
    accountEnding: (digits: string) => `Account ending in ${digits}`,
    asSaid: 'As you said',
  },
  broker: {
    notLoaded: 'The payment form could not be loaded',
    notLoadedText: 'A blocker or a broken connection may be in the way.',
    hint: 'Goes straight to the payment broker. We never see the number.',
    loading: 'The payment form is still loading. Please try again in a moment.',
    /** What the broker finds wrong with a card or an account. */
    fault: (message: string | undefined, _code: string | undefined) =>
      message ?? 'Please check what you typed.',
  },
  review: {
    title: 'Review your order',
    heading: 'Is everything right?',
    where: 'Where it goes',
    delivery: 'How it comes',
    payment: 'How you pay',
    items: 'What you get',
    change: 'Change',
    /** Follows the word above, for who does not see beside what it stands. */
    changeWhat: (title: string) => `: ${title.toLowerCase()}`,
    place: 'Place order',
    placing: 'Placing your order…',
    placingAloud: 'Placing your order. Please wait.',
  },
}
