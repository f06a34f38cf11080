import { type Report, seconds } from '@aos/local/report'
import { run } from '@aos/local/toolchain/run'
import { type Built, docker } from './build.ts'

/** Where nodes cannot see the Docker engine's images, and how they are given to them. */
const loaders: { context: RegExp; command: (reference: string, name: string) => string[] }[] = [
  {
    context: /^kind-(.+)$/,
    command: (image, name) => ['kind', 'load', 'docker-image', image, '--name', name],
  },
  { context: /^(minikube)$/, command: (image, name) => ['minikube', 'image', 'load', image, '-p', name] },
  { context: /^k3d-(.+)$/, command: (image, name) => ['k3d', 'image', 'import', image, '--cluster', name] },
]
const shareTheEngine = /^(docker-desktop|orbstack|rancher-desktop|colima.*)$/

export const needsRegistry = (context: string): boolean =>
  !shareTheEngine.test(context) && !loaders.some((loader) => loader.context.test(context))

/** Brings images to where the nodes find them. @returns name → the reference for manifests, with the digest if pushed. */
export async function deliverImages(
  built: Built[],
  { context, isPushed }: { context: string; isPushed: boolean },
  report: Report,
): Promise<Map<string, string>> {
  const references = new Map<string, string>()
  for (const image of built) {
    const started = Date.now()
    references.set(image.name, isPushed ? await push(image) : await load(image, context))
    report(image.name, `${isPushed ? 'pushed' : 'loaded'} in ${seconds(started)}`)
  }
  return references
}

async function push({ reference }: Built): Promise<string> {
  const words = await docker('push', reference).catch((error: Error) => {
    throw new Error(
      `${reference} could not be pushed: log in (docker login), or choose another registry with --default-repo.\n${error.message}`,
    )
  })
  const digest = /digest: (sha256:[0-9a-f]{64})/.exec(words)?.[1]
  if (!digest) throw new Error(`docker push said no digest of ${reference}:\n${words}`)
  return `${reference}@${digest}`
}

async function load({ reference }: Built, context: string): Promise<string> {
  const loader = loaders.find((one) => one.context.test(context))
  if (loader) {
    const [program = '', ...args] = loader.command(reference, loader.context.exec(context)?.[1] ?? '')
    await run(program, args, { remedy: `install ${program}, which made this cluster` })
  }
  return reference
}
