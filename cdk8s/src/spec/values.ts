import { z } from 'zod'

/** A rule that spans fields, checked by the API server; the message says what to write instead. */
interface Rule {
  rule: string
  message: string
}

export const rules = (...list: Rule[]) => ({ 'x-kubernetes-validations': list })

export const quantity = z
  .string()
  .regex(/^[0-9]+(\.[0-9]+)?(m|[kMGT]i?)?$/)
  .max(32)

export const secretName = z
  .string()
  .regex(/^[a-z0-9]([-a-z0-9.]*[a-z0-9])?$/)
  .max(253)

export const namespaceName = z
  .string()
  .regex(/^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/)
  .max(63)

export const webAddress = z
  .string()
  .regex(/^https?:\/\/[^\s]+$/)
  .max(2048)

export const image = z.string().min(1).max(512)

export const storageClass = z
  .string()
  .max(253)
  .optional()
  .describe(
    'Storage class of the disks; the default class when absent. The type single keeps its data on a disk only when this is set, and otherwise as long as its pod.',
  )

export const caSecret = secretName
  .optional()
  .describe(
    'Secret with ca.crt, the authority that signed the server’s certificate, where it is not a public one.',
  )
