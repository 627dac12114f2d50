/** Step 1: who manages the AWS account. */

export const plan = {
  question: 'Who manages your AWS account?',
  us: 'We manage our own AWS account',
  usMeans:
    'You sign in to your management account (the one that pays the AWS bill). The app sets up the cost report and the role, and registers them with Spot.',
  msp: 'A managed service provider (MSP) manages it',
  mspMeans:
    'Your MSP sets up the cost report on its side. The app creates the role in your account and writes the request that you send to Spot Support.',
  mspAccount: 'MSP AWS account number',
  mspAccountHint:
    'Twelve digits. Your MSP can tell you; Spot Support asks for it. You may leave it empty and add it later.',
  next: 'Continue',
  chooseFirst: 'Choose one of the two first.',
  changeable: 'You can change this answer until the account is registered.',
} as const
