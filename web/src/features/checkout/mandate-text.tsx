/** What a shopper agrees to who pays by SEPA direct debit, in the words that the scheme asks for. */
export const MandateText = () => (
  <p className="mt-3 text-sm text-muted">
    By placing the order you let Awesome Online Store and its payment broker send instructions to your bank to
    debit your account, and your bank to debit it accordingly. Within eight weeks of the debit your bank
    returns the money if you ask it to.
  </p>
)
