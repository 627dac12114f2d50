/** What an administrator does in AWS, Identity Center and Spot to cut the connection without the program. */
export const revocation = {
  intro: [
    'None of this needs the program, or the computer on which it was used. The order matters where it is in a hurry: the role first. Names in angle brackets stand in the connection record, or in the resources’ tags. The lines are those of the AWS CLI; each has the same in the console.',
  ],
  spotTitle: '1. End Spot’s access',
  spot: [
    'Delete the stack. Role and policy go with it, and what Spot holds of the role’s credentials is of no use from then on, within minutes.',
  ],
  spotNoStack:
    'If the stack cannot be deleted, or the role was made otherwise: detach its policies and delete the role. Where that takes too long, replace its trust policy by one that denies everybody; sessions that run are ended by “Revoke sessions” on the role’s page in IAM.',
  proof: 'Proof: the last line has to answer `NoSuchEntity`.',
  deliveryTitle: '2. End the delivery, and decide about the files',
  delivery: [
    'Delete the report definition, if nobody else uses it: AWS then delivers nothing more into the bucket.',
    'Take the two statements for `billingreports.amazonaws.com` out of the bucket’s policy, if the bucket stays. Others may have statements there: change these only.',
    'Empty and delete the bucket, if nobody needs the files: those of past months are gone then. The last line removes no versions; a bucket with versioning, which the program does not switch on, is emptied in the console (“Empty”) first.',
  ],
  peopleTitle: '3. End people’s access',
  people: [
    'IAM Identity Center: take the assignment of the permission set away from the person or the group, and delete their sessions (Users, the user, “Active sessions”). The program says at its next call that the sign-in has ended.',
    'Credentials of a role that were already issued live on to their end, an hour as a rule. To end these too, attach a policy to the permission set that denies everything to this user (condition `identitystore:userId`), as AWS describes under “Revoke active IAM role sessions created by permission sets”.',
    'Sign-in as in the console: deny `signin:CreateOAuth2Token` to the user or role, and it cannot be renewed; what is issued ends after a quarter of an hour. Keys of IAM users: deactivate them.',
    'Take the policies away that were given for the program: operator, health, report file and disconnect.',
  ],
  atSpotTitle: '4. At Spot',
  atSpot: [
    'Delete the API token that was made for the registration: Spot console, Settings, API, Permanent tokens.',
    'Ask Spot Support to remove the account, and what Spot keeps: copies of report files lie in buckets of Spot’s own (`sc-customer-…`), which nobody else can delete. The program has this request ready after “Disconnect from AWS”. That Spot has done so cannot be read by the program; ask for it in writing.',
  ],
  computersTitle: '5. On the computers',
  computers: [
    'Remove the program with your software distribution; then “What remains in home folders”.',
    'A computer that is lost: step 3 is enough for AWS. The sealed sign-in on it can be opened by the person’s keychain only.',
  ],
  afterwardsTitle: '6. Look afterwards',
  afterwards: [
    'CloudTrail: no `AssumeRole` from Spot’s accounts after the time of step 1, and no calls under the person’s identity after step 3.',
    'S3: no new files under the report’s prefix from the next day on.',
  ],
} as const
