import type { Namespace } from './kubectl.ts'

interface Answer {
  status: number
  text: string
}

/** What the program in a pod would be answered that sends this request, with the token that it has. */
export async function askFrom(
  namespace: Namespace,
  service: string,
  request: { method?: string; url: string; body?: unknown; headers?: Record<string, string> },
): Promise<Answer> {
  const { method = 'POST', url, body, headers = {} } = request
  const program = `
    const { DAPR_API_TOKEN = '' } = process.env
    const answer = await fetch(${JSON.stringify(url)}, {
      method: ${JSON.stringify(method)},
      headers: { 'dapr-api-token': DAPR_API_TOKEN, 'content-type': 'application/json', ...${JSON.stringify(headers)} },
      ${body === undefined ? '' : `body: ${JSON.stringify(JSON.stringify(body))},`}
      signal: AbortSignal.timeout(20_000),
    })
    console.log(JSON.stringify({ status: answer.status, text: await answer.text() }))`
  return JSON.parse(await run(namespace, service, program)) as Answer
}

/** Whether a pod can open a TCP connection. */
export async function reachesFrom(
  namespace: Namespace,
  service: string,
  host: string,
  port: number,
): Promise<boolean> {
  const program = `
    import { connect } from 'node:net'
    const socket = connect({ host: ${JSON.stringify(host)}, port: ${port}, timeout: 5000 })
    const end = (reached) => { console.log(reached); process.exit() }
    socket.on('connect', () => end(true)).on('timeout', () => end(false)).on('error', () => end(false))`
  return (await run(namespace, service, program)).trim() === 'true'
}

const run = (namespace: Namespace, service: string, program: string): Promise<string> =>
  namespace.exec(`deployment/${service}`, service, ['node', '--input-type=module', '-'], program)
