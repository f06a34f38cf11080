import { redriveName } from '@aos/contracts/dead-letter-addresses'
import type { DeadLetter } from '@aos/contracts/dead-letters'
import { officeRequest } from './office-request.ts'

/** Has one effect however often it is asked for; what it came to is in the letter. */
export const redriveDeadLetter = ({ service, id }: DeadLetter): Promise<DeadLetter> =>
  officeRequest(redriveName(service), { params: { id } })
