import { inheritedEnvironment } from '../config.ts'
import { type SupervisedProcess, type Surroundings, supervise } from '../process/supervise.ts'
import { findJava } from '../toolchain/java.ts'
import { findZipkinJar } from '../toolchain/zipkin.ts'

interface Options {
  logFile: string
  port: number
}

/** Where programs send spans; people look at them under `/zipkin/`. */
export const spansUrl = (port: number): string => `http://127.0.0.1:${port}/api/v2/spans`

/** Starts Zipkin, which keeps the latest traces in memory. */
export async function startZipkin(
  { logFile, port }: Options,
  surroundings: Surroundings,
): Promise<SupervisedProcess> {
  const java = findJava()
  const jar = await findZipkinJar((_, text) => surroundings.report('zipkin', text))
  return supervise(
    {
      name: 'zipkin',
      kind: 'platform',
      command: java,
      args: [
        '-Xms64m',
        '-Xmx256m',
        '-XX:+UseSerialGC',
        '-XX:TieredStopAtLevel=1',
        '-XX:+ExitOnOutOfMemoryError',
        '-Darmeria.ports[0].ip=127.0.0.1',
        `-Darmeria.ports[0].port=${port}`,
        '-Darmeria.ports[0].protocols=http',
        '-jar',
        jar,
      ],
      env: { ...inheritedEnvironment(), SELF_TRACING_ENABLED: 'false', MEM_MAX_SPANS: '200000' },
      logFile,
      isBackground: true,
      isReady: async () =>
        (await fetch(`http://127.0.0.1:${port}/health`, { signal: AbortSignal.timeout(2000) })).ok,
      readyWithinMs: 120_000,
    },
    surroundings,
  )
}
