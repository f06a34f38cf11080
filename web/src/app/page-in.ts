/** The page of a list, where the address names one after the first. */
export const pageIn = ({ page }: Record<string, unknown>): { page?: number } =>
  Number.isInteger(page) && Number(page) > 1 ? { page: Number(page) } : {}
