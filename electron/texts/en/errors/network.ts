import { HOSTS_TO_ALLOW } from '../../../network/hosts-to-allow.ts'
import { fact, named, say, when } from './sentence.ts'
import type { Known, SomeSentences } from './sentence.ts'

const SAFE = 'What was done before stays as it is, and repeating this is safe.'
const server = (facts: Known<'host' | 'service'>): string =>
  fact(facts, 'host', facts.service === 'spot' ? 'Spot’s server' : 'AWS’s server')
/** The same at the beginning of a sentence. */
const theServer = (facts: Known<'host' | 'service'>): string =>
  facts.host ? `The server ${facts.host}` : server(facts)
const proxy = (facts: Known<'proxy'>): string =>
  named(facts, 'proxy', 'The proxy', 'Your company’s proxy')
/** Where a proxy comes first on the way, and did not help. */
const proxyFirst = (facts: Known<'proxy' | 'tried'>): string =>
  when(facts.proxy, (name) =>
    facts.tried === 'direct'
      ? `This computer is set up to use the proxy “${name}” first; that did not help either.`
      : `The way there leads through the proxy “${name}”.`,
  )
const proxyTodo = (facts: Known<'proxy' | 'tried'>): string =>
  when(facts.proxy, () =>
    facts.tried === 'direct'
      ? 'If that proxy is only reachable in the office or through the VPN, connect there. Otherwise ask your IT department whether it works.'
      : 'Your IT department can also tell whether that proxy works.',
  )
const FLAWS: Readonly<Record<string, string>> = {
  name: 'does not carry the address of the server among its names',
  signature: 'is signed with an outdated method (SHA-1)',
  key: 'has a key that is too weak',
  long: 'is valid for longer than allowed',
}
/** Those that the app contacts. Source: resources/endpoints.json. */
const HOSTS = `AWS (${HOSTS_TO_ALLOW.aws.join(', ')}) and Spot (${HOSTS_TO_ALLOW.spot.join(', ')})`

/** The way from this computer to AWS and Spot. */
export const networkErrors = {
  'network-offline': (facts) =>
    say(
      'This computer is not connected to the internet.',
      `AWS and Spot cannot be reached.${proxyFirst(facts)} ${SAFE}`,
      `Connect to your network (and the VPN, if your company uses one), then check again.${proxyTodo(facts)}`,
    ),
  'network-dns': (facts) =>
    say(
      `The address of ${server(facts)} was not found.`,
      `Either this computer is offline, your network hides the address, or, while signing in, the region is wrong.${proxyFirst(facts)} ${SAFE}`,
      `Check the network connection and the VPN.${proxyTodo(facts)} If this happens while signing in, check the region too.`,
    ),
  'network-refused': (facts) =>
    say(
      `The connection to ${server(facts)} was refused.`,
      `Usually a firewall or a wrong proxy setting stands in between.${proxyFirst(facts)} ${SAFE}`,
      `Try again in a minute.${proxyTodo(facts)} If it stays like this, ask your IT department to allow connections from this computer to ${HOSTS}.`,
    ),
  'network-reset': (facts) =>
    say(
      `The connection to ${server(facts)} broke, also after several attempts.`,
      `The network is unstable, or a security device ends the connection. ${SAFE}`,
      'Check again. If it stays like this, try another network or ask your IT department.',
    ),
  'network-timeout': (facts) =>
    say(
      `There was no answer from ${server(facts)} in time.`,
      `The request may or may not have arrived; the next check shows which.${proxyFirst(facts)} ${SAFE}`,
      `Check again. If it stays like this, ask your IT department whether a firewall holds the connection back.${proxyTodo(facts)}`,
    ),
  'network-truncated': (facts) =>
    say(
      `The answer of ${server(facts)} was cut off on its way.`,
      `A half answer is never used. ${SAFE}`,
      'Check again. If it stays like this, ask your IT department whether a proxy or a virus scanner shortens downloads.',
    ),
  'network-endless': (facts) =>
    say(
      `The answer of ${server(facts)} did not come to an end.`,
      `A few bytes came now and then, so the app gave up waiting. The request may have arrived; the next check shows. ${SAFE}`,
      'Check again, or try another network. If it stays like this, ask your IT department whether a proxy or a virus scanner holds answers back.',
    ),
  'network-oversized': (facts) =>
    say(
      `The answer of ${server(facts)} was far larger than any that the app expects.`,
      `It was not read to its end, and nothing of it is used. ${SAFE}`,
      'Check again. If it stays like this, ask your IT department whether something between this computer and the server changes its answers.',
    ),
  'network-proxy-auth': (facts) =>
    facts.asks === 'password'
      ? say(
          `${proxy(facts)} asks for a user name and password.`,
          `Nothing went through, and no password was sent. You can enter one: it is kept in memory until the app ends. Where the proxy takes your Windows or Kerberos sign-in, the app uses that by itself. ${SAFE}`,
          `Press “Enter the password”. If you have none for the proxy, ask your IT department, or ask them to let this computer reach ${HOSTS} without one.`,
        )
      : say(
          `${proxy(facts)} did not let the connection to ${server(facts)} through.`,
          `A proxy does so with addresses that are not on its list, or with people it does not know. ${SAFE}`,
          `Ask your IT department to let this computer reach ${HOSTS}. If the proxy wants you to sign in to it in the browser, do so, then check again.`,
        ),
  'network-proxy-ticket': (facts) =>
    say(
      `${proxy(facts)} wants your sign-in to the company’s network, and this computer has none that is valid now.`,
      `Such a sign-in (Kerberos or Windows) ends by itself after some hours, and often while a computer sleeps or is away from the office. ${SAFE}`,
      'Connect to the office network or the VPN, lock the screen and unlock it with your password, or sign out of this computer and in again. Then check again. If it stays like this, ask your IT department for a new Kerberos ticket on this computer, or whether the proxy takes it.',
    ),
  'network-proxy-unreachable': (facts) =>
    say(
      `${proxy(facts)}, which this computer is set up to use, cannot be reached.`,
      `Without it the app has no way to AWS. ${SAFE}`,
      'If the proxy is only reachable in the office or through the VPN, connect there and check again. Otherwise ask your IT department to correct the proxy settings.',
    ),
  'network-certificate': (facts) =>
    say(
      facts.issuer
        ? `The certificate that ${server(facts)} showed was issued by “${facts.issuer}”, and this computer does not accept it.`
        : `The certificate that ${server(facts)} showed is not trusted by this computer.`,
      'The app does not send anything over a connection that somebody else could read. Companies that inspect traffic have a certificate of their own, which must be installed on this computer.',
      facts.issuer
        ? 'Ask your IT department whether that issuer is theirs. If it is, they can install the company’s root certificate in the system’s trust store; if not, do not go on in this network. Check the date and time of this computer too.'
        : 'Ask your IT department to install the company’s root certificate in the system’s trust store. Check the date and time of this computer too.',
    ),
  'network-certificate-unfit': (facts) =>
    say(
      `The certificate shown for ${server(facts)} ${FLAWS[facts.flaw ?? ''] ?? 'does not fit today’s rules'}, so it is not accepted.`,
      `${facts.issuer ? `It was issued by “${facts.issuer}”, whom this computer trusts` : 'Whoever issued it is trusted by this computer'}: installing a root certificate does not help. Most often a device of your company that inspects traffic makes such certificates; a guest network’s sign-in page can be another cause. Nothing was sent. ${SAFE}`,
      'Ask your IT department to renew what that device shows, with the server’s address among its names, SHA-256 and a key of 2048 bits or more, or to let the app’s traffic pass it uninspected. In a guest network, sign in to it in the browser first. Then check again.',
    ),
  'network-certificate-date': (facts) =>
    say(
      `The certificate shown for ${server(facts)} is not valid at this computer’s date and time.`,
      `Either this computer’s clock is wrong, or the certificate${facts.issuer ? `, issued by “${facts.issuer}”,` : ''} has expired. Nothing was sent. ${SAFE}`,
      'Check the date, time and time zone of this computer, then check again. If they are right, your company’s device that inspects traffic needs a new certificate: your IT department can renew it.',
    ),
  'network-client-certificate': (facts) =>
    say(
      facts.proxy
        ? `${theServer(facts)}, or the proxy “${facts.proxy}” on the way there, asks for a certificate that tells who you are.`
        : `${theServer(facts)} asks for a certificate that tells who you are.`,
      `The app shows nobody a certificate of this computer, and has sent none. AWS and Spot never ask for one: it is a device of your company on the way there that does. ${SAFE}`,
      `Ask your IT department to let this computer reach ${HOSTS} without a client certificate, or check again from another network.`,
    ),
  'network-server-password': (facts) =>
    say(
      `${theServer(facts)} asks for a user name and password, as a web page does.`,
      `AWS and Spot never ask in this way, so something on the way answers in their place. The app has sent no password. ${SAFE}`,
      `Do not enter your password for AWS anywhere because of this. Ask your IT department what answers in this network in place of ${HOSTS}, or check again from another network.`,
    ),
  'network-captive-portal': (facts) =>
    say(
      `A web page came back instead of an answer of ${server(facts)}.`,
      `Hotels, guest networks and web filters do that until somebody signs in or accepts their terms. ${SAFE}`,
      'Open any web page in your browser, complete what your network asks for, then check again. In the office, ask your IT department whether a web filter blocks AWS or Spot.',
    ),
  'network-failed': (facts) =>
    say(
      `The connection to ${server(facts)} failed.`,
      `The technical details below name the cause in the network’s own words. ${SAFE}`,
      'Check again. If it stays like this, send the technical details to your IT department.',
    ),
} satisfies SomeSentences
