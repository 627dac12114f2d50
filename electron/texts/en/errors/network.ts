import { fact, named, say } from './sentence.ts'
import type { Known, SomeSentences } from './sentence.ts'

const SAFE = 'What was done before stays as it is, and repeating this is safe.'
const server = (facts: Known<'host' | 'service'>): string =>
  fact(facts, 'host', facts.service === 'spot' ? 'Spot’s server' : 'AWS’s server')
const proxy = (facts: Known<'proxy'>): string =>
  named(facts, 'proxy', 'The proxy', 'Your company’s proxy')
/** Those that the app contacts. Source: resources/endpoints.json. */
const HOSTS = 'AWS (*.amazonaws.com) and Spot (api.spotinst.io)'

/** The way from this computer to AWS and Spot. */
export const networkErrors = {
  'network-offline': () =>
    say(
      'This computer is not connected to the internet.',
      `AWS and Spot cannot be reached. ${SAFE}`,
      'Connect to your network (and the VPN, if your company uses one), then check again.',
    ),
  'network-dns': (facts) =>
    say(
      `The address of ${server(facts)} was not found.`,
      `Either this computer is offline, your network hides the address, or, while signing in, the region is wrong. ${SAFE}`,
      'Check the network connection and the VPN. If this happens while signing in, check the region too.',
    ),
  'network-refused': (facts) =>
    say(
      `The connection to ${server(facts)} was refused.`,
      `Usually a firewall or a wrong proxy setting stands in between. ${SAFE}`,
      `Try again in a minute. If it stays like this, ask your IT department to allow connections from this computer to ${HOSTS}.`,
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
      `The request may or may not have arrived; the next check shows which. ${SAFE}`,
      'Check again. If it stays like this, ask your IT department whether a firewall holds the connection back.',
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
          `The app uses this computer’s proxy settings, and your Windows or Kerberos sign-in where the proxy takes that. It has no place for a proxy password, and never stores one. ${SAFE}`,
          `Ask your IT department to let this computer reach ${HOSTS} without a proxy password, or to let the proxy take your system sign-in. Or check again from a network without this proxy.`,
        )
      : say(
          `${proxy(facts)} did not let the connection to ${server(facts)} through.`,
          `A proxy does so with addresses that are not on its list, or with people it does not know. ${SAFE}`,
          `Ask your IT department to let this computer reach ${HOSTS}. If the proxy wants you to sign in to it in the browser, do so, then check again.`,
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
