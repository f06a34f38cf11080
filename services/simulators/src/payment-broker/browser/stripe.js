// The part of Stripe.js that the shop uses: elements for a card and for an IBAN, and the payment method made from them.
;(() => {
  const broker = new URL(document.currentScript.src).origin
  let frames = 0
  let requests = 0

  const titles = { card: 'Secure card payment input frame', iban: 'Secure IBAN input frame' }

  class FrameElement {
    #kind
    #key
    #options
    #iframe
    #ready = Promise.withResolvers()
    #listeners = new Map()
    #requests = new Map()
    #undo = new AbortController()
    #observer

    constructor(kind, key, options = {}) {
      this.#kind = kind
      this.#key = key
      this.#options = options
    }

    mount(target) {
      const place = typeof target === 'string' ? document.querySelector(target) : target
      if (!place) throw new Error(`The ${this.#kind} element cannot be mounted: nothing matches ${target}.`)
      this.unmount()
      frames += 1
      const frame = `${this.#kind}-${frames}`
      const address = new URL(`/v3/${this.#kind}`, broker)
      address.search = new URLSearchParams({ key: this.#key, parent: location.origin, frame })
      this.#iframe = document.createElement('iframe')
      this.#iframe.src = address
      this.#iframe.title = titles[this.#kind]
      // Another colour scheme than the frame's own would give it an opaque background.
      this.#iframe.style.cssText = `display:block;width:100%;height:${this.#kind === 'card' ? 170 : 100}px;border:0;background:transparent;color-scheme:light`
      this.#listen(frame)
      place.replaceChildren(this.#iframe)
    }

    unmount() {
      this.#undo.abort()
      this.#observer?.disconnect()
      this.#iframe?.remove()
      this.#iframe = undefined
      const gone = {
        error: { type: 'validation_error', message: 'The field was removed from the page.' },
      }
      for (const answer of this.#requests.values()) answer(gone)
      this.#requests.clear()
      this.#ready = Promise.withResolvers()
    }

    destroy() {
      this.unmount()
      this.#listeners.clear()
    }

    on(event, listener) {
      this.#listeners.set(event, [...(this.#listeners.get(event) ?? []), listener])
      return this
    }

    off(event, listener) {
      const others = (this.#listeners.get(event) ?? []).filter((other) => listener && other !== listener)
      this.#listeners.set(event, others)
      return this
    }

    focus() {
      this.#iframe?.focus()
      this.#tell({ command: 'focus' })
    }

    blur() {
      this.#tell({ command: 'blur' })
    }

    clear() {
      this.#tell({ command: 'clear' })
    }

    update(options) {
      this.#options = { ...this.#options, ...options }
      this.#dress()
    }

    /** Not for the page: `stripe.createPaymentMethod` calls it. */
    _create(billingDetails) {
      if (!this.#iframe) throw new Error('Mount the element before you create a payment method from it.')
      requests += 1
      const request = requests
      return new Promise((resolve) => {
        this.#requests.set(request, resolve)
        this.#tell({ command: 'create', request, billingDetails })
      })
    }

    #listen(frame) {
      this.#undo = new AbortController()
      const { signal } = this.#undo
      const hear = (event) => {
        const ours = event.source === this.#iframe?.contentWindow && event.origin === broker
        if (ours && event.data?.frame === frame) this.#hear(event.data)
      }
      window.addEventListener('message', hear, { signal })
      const scheme = window.matchMedia('(prefers-color-scheme: dark)')
      scheme.addEventListener('change', () => this.#dress(), { signal })
      this.#observer = new MutationObserver(() => this.#dress())
      this.#observer.observe(document.documentElement, { attributeFilter: ['class', 'style', 'data-theme'] })
    }

    #hear({ type, height, change, request, result }) {
      if (type === 'height') this.#iframe.style.height = `${height}px`
      if (type === 'ready') {
        this.#ready.resolve()
        this.#dress()
        this.#emit('ready', { elementType: this.#kind })
      }
      if (type === 'change') this.#emit('change', change)
      if (type === 'focus' || type === 'blur') this.#emit(type, { elementType: this.#kind })
      if (type === 'created') {
        this.#requests.get(request)?.(result)
        this.#requests.delete(request)
      }
    }

    #emit(event, detail) {
      for (const listener of this.#listeners.get(event) ?? []) listener(detail)
    }

    #dress() {
      if (!this.#iframe) return
      const around = getComputedStyle(this.#iframe.parentElement)
      const { base = {}, invalid = {} } = this.#options.style ?? {}
      const style = { color: base.color ?? around.color }
      if (base.fontFamily) style.font = base.fontFamily
      if (base.fontSize) style.size = base.fontSize
      if (base.iconColor) style.accent = base.iconColor
      if (invalid.color) style.invalid = invalid.color
      this.#tell({ command: 'dress', style })
      this.#tell({ command: 'disable', disabled: Boolean(this.#options.disabled) })
    }

    #tell(message) {
      const iframe = this.#iframe
      this.#ready.promise.then(() => iframe?.contentWindow?.postMessage(message, broker))
    }
  }

  window.Stripe = (key) => {
    if (!/^pk_/.test(key)) throw new Error('Stripe() needs a publishable key: it begins with pk_.')
    return {
      elements: () => ({
        create(type, options) {
          if (!Object.hasOwn(titles, type)) throw new Error(`The element ${type} is not simulated.`)
          return new FrameElement(type, key, options)
        },
      }),
      async createPaymentMethod({ type, card, sepa_debit: iban, billing_details: billingDetails }) {
        const element = { card, sepa_debit: iban }[type]
        if (!(element instanceof FrameElement)) {
          throw new Error(`createPaymentMethod takes { type: '${type}', ${type}: the element }.`)
        }
        return element._create(billingDetails)
      },
    }
  }
})()
