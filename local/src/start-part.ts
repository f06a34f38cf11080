import { join } from 'node:path'
import { inheritedEnvironment, localConfig } from './config.ts'
import { type Facts, type PartName, parts, servicesRoot } from './parts.ts'
import { type SupervisedProcess, type Surroundings, supervise } from './process/supervise.ts'

interface Options {
  facts: Facts
  /** Beside or instead of what the table says. */
  settings?: Record<string, string> | undefined
  onLine: (name: string, line: string) => void
}

/** Starts a service or a simulator, ready when it answers. */
export function startPart(
  name: PartName,
  options: Options,
  surroundings: Surroundings,
): Promise<SupervisedProcess> {
  const part = parts.find((candidate) => candidate.name === name)
  if (!part) throw new Error(`there is no part called ${name}`)
  const { facts, settings, onLine } = options
  const [entry, ...args] = part.run
  const health = `http://127.0.0.1:${part.port(facts.ports)}/healthz`
  return supervise(
    {
      name,
      kind: part.kind,
      command: process.execPath,
      args: [join(servicesRoot, entry), ...args],
      env: {
        ...inheritedEnvironment(),
        // Compiled modules are kept, so that a restart does not compile them again.
        NODE_COMPILE_CACHE: join(localConfig().AOS_CACHE, 'node-compile-cache'),
        ...part.env(facts),
        ...settings,
      },
      logFile: join(facts.dataDir, 'logs', `${name}.log`),
      onLine: (line) => onLine(name, line),
      isReady: async () => (await fetch(health, { signal: AbortSignal.timeout(5000) })).ok,
      readyWithinMs: 60_000,
    },
    surroundings,
  )
}
