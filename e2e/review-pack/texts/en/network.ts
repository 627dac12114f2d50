/** What IT sets up so that the program gets through. */
export const network = {
  intro: [
    'All requests to AWS and Spot go through Chromium’s network (Electron’s `net`), with the settings of the system, said outright. There is no proxy setting in the window; an organization can set one (`ProxyServer`, `ProxyBypassList` or `ProxyPacUrl`), which then takes the place of the system’s.',
  ],
  proxyTitle: 'Proxy',
  proxy: (patterns: readonly string[]) => [
    'Windows and macOS: the system’s proxy settings, with automatic detection (WPAD) and PAC files. Linux: the desktop’s settings, or the variables `http_proxy`, `https_proxy`, `all_proxy`, `no_proxy` and `auto_proxy`.',
    'A PAC file is asked for each host; where the first proxy that it names does not answer, the next one is tried (after 0.1 s if it refuses, after 8 s if it swallows the request, after 30 s if it stays mute; measured with Electron 33.4.11 on Debian 12).',
    'Integrated sign-in at the proxy (Kerberos, NTLM on Windows) is Chromium’s own and takes the sign-in of the system. Kerberos was tried against squid on Debian 12.',
    'Where a proxy wants a user name and a password (Basic, Digest, NTLM), a window of its own asks the person for them: another process than the program’s window, without a network. The password is in the main process’s memory until the program ends, and nowhere else. Each one that is typed is sent once, to this proxy only, before any other request waits on it, so that a wrong one does not lock an account. Basic over a connection to the proxy that is not TLS is sent only after the person has agreed to that.',
    `TLS is asked for by CONNECT to port 443. Allow the hosts of “Hosts and ports”; these patterns cover what the program itself contacts outside of China and the European Sovereign Cloud: ${patterns.map((one) => `\`${one}\``).join(', ')}.`,
  ],
  caTitle: 'Inspection of TLS, and a company’s own root certificate',
  ca: [
    'Certificates are checked by Chromium against the trust store of the system: Windows’ certificate store, macOS’ keychain, and on Linux Chromium’s own list with the person’s NSS database (`~/.pki/nssdb`), whose folders must not be somebody else’s to change. A root certificate of the company that lies there is accepted; the program has no list of its own, no pinning, and no button to go on without.',
    'On Linux the certificate is put there by `certutil -d sql:$HOME/.pki/nssdb -A -t "C,," -n company-root -i company-root.pem` (Debian: package `libnss3-tools`), for each person. `update-ca-certificates` alone is not enough: tried on Debian 12.',
    'What an inspecting device shows has to carry the host among its names (SAN), be signed with SHA-256 and have a key of 2048 bits or more. Where it is not so, the program says which of these is wrong.',
    'Certificates of the person’s own (client certificates, smart cards) are shown to nobody. A proxy or server that insists on one gets nothing, and the program says so.',
    'An inspecting proxy sees everything, tokens included. If that is not wanted, exempt the hosts from inspection.',
  ],
  seenTitle: 'What people see when the network is in the way',
  seenMeans:
    'These are the program’s own sentences, as a person reads them when nothing more is known. None of them ends the work: what was done before stays, and can be gone on with.',
  seenHead: ['Code', 'What happened, and what it means', 'What helps'],
} as const
