/** What the page says before anything was filled in. */
export default {
  title: 'Checkout',
  guest: {
    beforeLink: 'No account is needed. If you have one, ',
    link: 'sign in',
    afterLink: ' to use your saved addresses.',
  },
  choose: 'Choose…',
  who: 'Who is it for?',
  where: 'Where shall it go?',
  fields: {
    name: 'Name',
    email: 'E-mail',
    street: 'Street',
    postalCode: 'Postal code',
    city: 'City',
    country: 'Country',
  },
  checking: 'Checking…',
  toReview: 'Review your order',
  reviewFollows: 'You can look at everything once more before you order.',
}
