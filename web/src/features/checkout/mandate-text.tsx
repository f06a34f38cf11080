import { checkoutLater as words } from '../../shared/messages/checkout-later.ts'

/** What a shopper agrees to who pays by SEPA direct debit, in the words that the scheme asks for. */
export const MandateText = () => <p className="mt-3 text-sm text-muted">{words.payment.mandate}</p>
