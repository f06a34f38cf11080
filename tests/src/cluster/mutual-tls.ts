import { connect as connectPlain } from 'node:net'
import { connect as connectTls } from 'node:tls'

const PATIENCE_MS = 10_000
/** How HTTP/2, and so gRPC, begins. */
const PREFACE = 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'
const SETTINGS = Buffer.from([0, 0, 0, 4, 0, 0, 0, 0, 0])

export interface Refusal {
  /** Of whoever listens there: what its certificate is for. */
  identity?: string
  /** Why the connection ended; undefined when it was taken. */
  refusedBecause?: string
}

const port = (address: string) => ({ host: '127.0.0.1', port: Number(address.split(':')[1]) })

/** Calls a sidecar's port for other sidecars as one without a certificate would. */
export const callWithoutCertificate = (address: string): Promise<Refusal> =>
  new Promise((resolve) => {
    let identity: string | undefined
    const socket = connectTls({ ...port(address), rejectUnauthorized: false, ALPNProtocols: ['h2'] }, () => {
      identity = socket.getPeerCertificate().subjectaltname
      socket.write(PREFACE)
      socket.write(SETTINGS)
    })
    const end = (refusedBecause?: string) => {
      socket.destroy()
      resolve({ ...(identity && { identity }), ...(refusedBecause && { refusedBecause }) })
    }
    socket.setTimeout(PATIENCE_MS, () => end())
    socket.once('data', () => end())
    socket.once('error', (error) => end(error.message))
    socket.once('close', () => end('the connection was closed'))
  })

/** The same without encryption. */
export const callInTheClear = (address: string): Promise<Refusal> =>
  new Promise((resolve) => {
    const socket = connectPlain(port(address), () => {
      socket.write(PREFACE)
      socket.write(SETTINGS)
    })
    const end = (refusedBecause?: string) => {
      socket.destroy()
      resolve(refusedBecause ? { refusedBecause } : {})
    }
    socket.setTimeout(PATIENCE_MS, () => end())
    // A server of HTTP/2 would answer with its settings; one of TLS with an alert.
    socket.once('data', (data) => end(data[0] === TLS_ALERT ? 'it wants TLS' : undefined))
    socket.once('error', (error) => end(error.message))
    socket.once('close', () => end('the connection was closed'))
  })

const TLS_ALERT = 0x15
