import type { SavedAddress } from '@aos/contracts/account'
import { request } from '../../../shared/api/request.ts'
import { beginAction } from '../../../shared/api/trace.ts'

/** @param id of the address that is changed; undefined: it is a new one. */
export const saveAddress = (id: string | undefined, body: SavedAddress) =>
  id === undefined
    ? request('addAddress', { body, trace: beginAction() })
    : request('changeAddress', { params: { id }, body, trace: beginAction() })
