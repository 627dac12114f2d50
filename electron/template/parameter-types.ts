/**
 * Types of parameters whose values name something in the account, with how such a name begins where that
 * is certain. AWS looks them up itself. Source: CloudFormation Template Reference, "CloudFormation-supplied
 * parameter types".
 */
const OF_THE_ACCOUNT: ReadonlyMap<string, string> = new Map([
  ['AWS::EC2::AvailabilityZone::Name', ''],
  ['AWS::EC2::Image::Id', 'ami-'],
  ['AWS::EC2::Instance::Id', 'i-'],
  ['AWS::EC2::KeyPair::KeyName', ''],
  ['AWS::EC2::SecurityGroup::GroupName', ''],
  ['AWS::EC2::SecurityGroup::Id', 'sg-'],
  ['AWS::EC2::Subnet::Id', 'subnet-'],
  ['AWS::EC2::Volume::Id', 'vol-'],
  ['AWS::EC2::VPC::Id', 'vpc-'],
  ['AWS::Route53::HostedZone::Id', ''],
  // The name is what functions get. What is kept under it is `AWS::SSM::Parameter::Value<…>` only.
  ['AWS::SSM::Parameter::Name', ''],
])

/** The type of a single value, and whether a parameter of this type holds a list of them. */
function parted(type: string): { readonly item: string; readonly isList: boolean } {
  if (type === 'CommaDelimitedList') return { item: 'String', isList: true }
  const item = /^List<(.+)>$/.exec(type)?.[1]
  return item === undefined ? { item: type, isList: false } : { item, isList: true }
}

/**
 * Whether a value of this type is what is sent. Others stand for what is kept elsewhere, such as in
 * Systems Manager, and nobody here knows what AWS will find there.
 */
export function isTypeKnown(type: string): boolean {
  const { item } = parted(type)
  return item === 'String' || item === 'Number' || OF_THE_ACCOUNT.has(item)
}

export const isNumeric = (type: string): boolean => parted(type).item === 'Number'

/** How each value of this type begins; '' if that is not known. */
export const beginningOf = (type: string): string => OF_THE_ACCOUNT.get(parted(type).item) ?? ''

/** The values of a list, as CloudFormation parts them; null for a type that is no list. */
export function itemsOf(type: string, value: string): readonly string[] | null {
  return parted(type).isList ? value.split(',').map((one) => one.trim()) : null
}
