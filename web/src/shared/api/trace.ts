/** W3C trace context, begun here: what a shopper does is one trace, from the click to the e-mail. */
export type Trace = string

const hex = (bytes: number): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(bytes)), (byte) => byte.toString(16).padStart(2, '0')).join('')

export const newTrace = (): Trace => hex(16)

/** Every request is a span of its own in the trace; 01 asks all who follow to record it. */
export const traceparent = (trace: Trace): string => `00-${trace}-${hex(8)}-01`

let currentAction = newTrace()

/** What is requested from now on belongs to a new action, such as opening a page. */
export const beginAction = (): Trace => {
  currentAction = newTrace()
  return currentAction
}

export const currentTrace = (): Trace => currentAction
