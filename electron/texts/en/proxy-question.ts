import { number, plural } from './locale.ts'

/** The window in which a person signs in to a proxy. */
export const proxyQuestion = {
  title: 'Sign in to the proxy',
  intro:
    'The way to AWS and Spot leads through your company’s proxy, which asks who you are. What you enter goes to the proxy and to nobody else. The password is kept in memory until the app ends, and is written nowhere.',
  proxy: 'Proxy',
  scheme: 'How it asks',
  /** What the proxy calls what it guards, in its own words. */
  realm: 'In its own words',
  schemes: {
    basic: 'Basic: the password as it is',
    digest: 'Digest: the password is not sent itself',
    ntlm: 'NTLM (Windows): the password is not sent itself',
    negotiate: 'Negotiate (Kerberos or Windows): the password is not sent itself',
  },
  refused: (times: number) =>
    plural(times, {
      one: 'The proxy did not take this user name with this password. It was tried once. Check both: many companies lock an account after a few wrong passwords.',
      other: `The proxy did not take this user name with this password. So far ${number(times)} passwords were tried, each once. Check both: many companies lock an account after a few wrong passwords.`,
    }),
  ended:
    'The proxy does not take the password any more that it took before. It was tried once. Perhaps it was changed: enter the one that is valid now.',
  /** After a refusal, where the two ends may disagree; Chromium sends UTF-8 (RFC 7617, section 2.1). */
  letters:
    'What you typed has letters or signs beyond those of plain English. The app sends them as UTF-8, and older proxies expect them otherwise: your IT department knows which yours expects.',
  /** After a refusal by NTLM, which Chromium computes itself but on Windows. See `findings/ntlm-sharp-s.sh`. */
  noCapital:
    'Your user name has a letter without a capital of its own, as ß is one. On macOS and Linux, a proxy that asks by NTLM may therefore refuse the right password, too, and trying again does not help then. Your IT department can tell you another form of your name, or have the proxy ask in another way.',
  quoted: (words: string) => `“${words}”`,
  username: 'User name',
  usernameHint:
    'As you use it for the proxy elsewhere, in many companies with a domain: DOMAIN\\name',
  password: 'Password',
  passwordHint: 'Ask your IT department which one it is, if you do not know.',
  readable:
    'Your password can be read on the network between this computer and the proxy: it is sent there without encryption (Basic). Whoever has it may be able to use it wherever else it is valid. Your IT department can make the proxy ask in a safer way, or over TLS.',
  accept: 'Send it all the same',
  missing: {
    username: 'Enter your user name.',
    password: 'Enter your password.',
    accept: 'The password is sent only if you agree to this.',
  },
  unfit: {
    colon:
      'There cannot be a colon (:) in a user name here: the way in which this proxy asks (Basic) takes what follows it for the password. Nothing was sent. Ask your IT department for another form of your name.',
    characters:
      'There is a character in it that cannot be sent, such as a tab or a line break, perhaps from pasting. Nothing was sent. Enter it again.',
    length: 'It is too long to be a user name or a password. Nothing was sent. Enter it again.',
  },
  /** From the system, to somebody who is not looking at the app. */
  away: 'Your company’s proxy asks for your password. What the app was doing waits for it.',
  send: 'Sign in to the proxy',
  cancel: 'Cancel',
  busy: 'Asking the proxy…',
  /** In the app's own window, where a proxy has stopped something. */
  enter: 'Enter the password',
} as const
