import { randomHex } from '../random.ts'

/** W3C trace context, begun here: what a shopper does is one trace, from the click to the e-mail. */
export type Trace = string

export const newTrace = (): Trace => randomHex(16)

/** Every request is a span of its own in the trace; 01 asks all who follow to record it. */
export const traceparent = (trace: Trace): string => `00-${trace}-${randomHex(8)}-01`

let currentAction = newTrace()

/** What is requested from now on belongs to a new action, such as opening a page. */
export const beginAction = (): Trace => {
  currentAction = newTrace()
  return currentAction
}

export const currentTrace = (): Trace => currentAction
