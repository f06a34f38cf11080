import { request } from 'undici'
import { until } from '../harness/until.ts'

async function json<T>(url: string): Promise<T> {
  const { statusCode, body } = await request(url)
  if (statusCode !== 200) throw new Error(`${url} answers ${statusCode}: ${await body.text()}`)
  return (await body.json()) as T
}

interface Mail {
  id: string
  subject: string
  text: string
  html: string
}

export async function mailsTo(mailbox: string, address: string): Promise<Mail[]> {
  const found = await json<{ messages: { id: string }[] }>(
    `${mailbox}/messages?to=${encodeURIComponent(address)}`,
  )
  return Promise.all(found.messages.map(({ id }) => json<Mail>(`${mailbox}/messages/${id}`)))
}

/** The address behind the button of the newest e-mail with that subject. */
export async function linkInMail(mailbox: string, email: string, subject: RegExp): Promise<string> {
  const find = async () => {
    const mail = (await mailsTo(mailbox, email)).find((one) => subject.test(one.subject))
    return mail && /https?:\/\/\S+\/account\/\S+/.exec(mail.text)?.[0]
  }
  await until('the e-mail is in the mailbox', async () => (await find()) !== undefined)
  return (await find()) ?? ''
}

export const chargesOf = async (broker: string, orderId: string) =>
  (
    await json<{ charges: { captured: number; refunded: number; status: string }[] }>(
      `${broker}/ledger?order_id=${orderId}`,
    )
  ).charges

export const parcelsOf = async (carrier: string, orderId: string) =>
  (
    await json<{ parcels: { status: string; trackingNumber: string; service: string | null }[] }>(
      `${carrier}/ledger?reference=${orderId}`,
    )
  ).parcels

export interface Span {
  traceId: string
  id: string
  parentId?: string
  name?: string
  kind?: string
  localEndpoint?: { serviceName?: string }
  tags?: Record<string, string>
}

export const spansOf = (zipkin: string, traceId: string): Promise<Span[]> =>
  json<Span[]>(new URL(`/api/v2/trace/${traceId}`, zipkin).href)
