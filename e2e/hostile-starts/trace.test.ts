import { expect, it } from 'vitest'
import { readTrace } from './trace.ts'

it('names programs and addresses, and leaves out what stays on this computer’s own sockets', () => {
  const trace = `
10 execve("/opt/eco-connect", ["/opt/eco-connect", "--x"], 0x7ff /* 3 vars */) = 0
11 execve("/tmp/mark", ["/tmp/mark"], 0x17 /* 4 vars */ <unfinished ...>
11 <... execve resumed>) = -1 ENOENT (No such file or directory)
12 connect(5, {sa_family=AF_UNIX, sun_path="/run/bus"}, 110) = 0
12 bind(61, {sa_family=AF_NETLINK, nl_pid=0, nl_groups=0x000113}, 12) = 0
13 connect(9, {sa_family=AF_INET, sin_port=htons(443), sin_addr=inet_addr("192.0.2.1")}, 16) = -1 EINPROGRESS
14 bind(9, {sa_family=AF_INET6, sin6_port=htons(0), sin6_flowinfo=htonl(0), inet_pton(AF_INET6, "::1", &sin6_addr), sin6_scope_id=0}, 28) = 0
15 sendto(7, "x", 1, 0, {sa_family=AF_INET, sin_port=htons(53), sin_addr=inet_addr("192.0.2.53")}, 16) = 1
`
  expect(readTrace(trace)).toMatchObject({
    programs: ['/opt/eco-connect', '/tmp/mark'],
    network: ['connect 192.0.2.1:443', 'bind ::1:0', 'sendto 192.0.2.53:53'],
    processes: [10, 11, 12, 13, 14, 15],
    explaining: null,
  })
})

it('finds the process that explains a refusal, and what it was given', () => {
  const trace = `
10 execve("/opt/eco-connect", ["/opt/eco-connect", "--x"], ["HOME=/h", "SSLKEYLOGFILE=/x"]) = 0
12 execve("/opt/eco-connect", ["/opt/eco-connect", "--refused-start=--x"], ["HOME=/h", "DISPLAY=:1"]) = 0
`
  const variables = ['HOME=/h', 'DISPLAY=:1']
  expect(readTrace(trace).explaining).toEqual({ pid: 12, variables })
})
