import { delimiter } from 'node:path'

/** The user's path with a folder before it. */
export const searchPath = (folder: string): string => [folder, process.env.PATH ?? ''].join(delimiter)
