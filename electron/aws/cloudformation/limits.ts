/** Bytes of a template sent in the request. Source: CloudFormation User Guide, "Quotas". */
export const MAX_TEMPLATE_BYTES = 51_200
