/** A value that is read from a Secret where the pod starts. */
export interface SecretValue {
  secret: string
  key: string
  /** What the environment says around it; the kubelet puts the value in place of `reference`. */
  around?: (reference: string) => string
}

export type EnvValue = string | SecretValue

type EnvVar =
  | { name: string; value: string }
  | { name: string; valueFrom: { secretKeyRef: { name: string; key: string } } }

const fromSecret = (name: string, { secret, key }: SecretValue): EnvVar => ({
  name,
  valueFrom: { secretKeyRef: { name: secret, key } },
})

/** As a container's `env`. A value around a secret needs the secret's own variable, named before it. */
export const envVars = (environment: Record<string, EnvValue>): EnvVar[] =>
  Object.entries(environment).flatMap(([name, value]): EnvVar[] => {
    if (typeof value === 'string') return [{ name, value }]
    if (!value.around) return [fromSecret(name, value)]
    const part = `${name}_SECRET`
    return [fromSecret(part, value), { name, value: value.around(`$(${part})`) }]
  })

/** Names of all Secrets that a rendered value refers to, at whatever depth. */
export function secretsIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return []
  if (Array.isArray(value)) return [...new Set(value.flatMap(secretsIn))]
  const { secretKeyRef, secret } = value as {
    secretKeyRef?: { name: string }
    secret?: { secretName?: string }
  }
  const here = [secretKeyRef?.name, secret?.secretName].filter((name) => name !== undefined)
  return [...new Set([...here, ...Object.values(value).flatMap(secretsIn)])]
}
