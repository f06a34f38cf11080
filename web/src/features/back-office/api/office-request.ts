import { backOfficeAddresses } from '@aos/contracts/back-office-addresses'
import { requester } from '../../../shared/api/request.ts'

export const officeRequest = requester(backOfficeAddresses)
