import { setAsideName } from '@aos/contracts/dead-letter-addresses'
import type { DeadLetter, SetAside } from '@aos/contracts/dead-letters'
import { officeRequest } from './office-request.ts'

export const setDeadLetterAside = ({ service, id }: DeadLetter, body: SetAside): Promise<DeadLetter> =>
  officeRequest(setAsideName(service), { params: { id }, body })
