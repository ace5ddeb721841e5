import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, readlinkSync } from 'node:fs'

/** The ids of all processes whose command line names a folder: an app opened on it, and the browser processes it started. */
export function processesNaming(folder: string): number[] {
  const [command = '', ...args] =
    process.platform === 'win32'
      ? ['powershell', '-NoProfile', '-Command', 'Get-CimInstance Win32_Process | ForEach-Object { "$($_.ProcessId) $($_.CommandLine)" }']
      : ['ps', '-axww', '-o', 'pid=,args=']
  const lines = spawnSync(command, args, { encoding: 'utf8' }).stdout.split('\n')
  return lines.filter(line => line.includes(folder)).map(line => Number.parseInt(line, 10))
}

/** A process and everything it started. Linux and macOS. */
export function processTree(root: number): number[] {
  const { stdout } = spawnSync('ps', ['-axo', 'pid=,ppid='], { encoding: 'utf8' })
  const pairs = stdout.split('\n').map(line => line.trim().split(/\s+/).map(Number))
  const tree = [root]
  for (const pid of tree) tree.push(...pairs.flatMap(([child = 0, parent]) => (parent === pid ? [child] : [])))
  return tree
}

/** Whether any of these processes listens on a network port. Linux only: read from the kernel's own tables. */
export function listensOnPort(pids: readonly number[]): boolean {
  const listening = new Set(
    ['/proc/net/tcp', '/proc/net/tcp6'].flatMap(table =>
      readFileSync(table, 'utf8')
        .split('\n')
        .map(line => line.trim().split(/\s+/))
        .filter(columns => columns[3] === '0A')
        .map(columns => `socket:[${columns[9]}]`),
    ),
  )
  return pids.some(pid => openFilesOf(pid).some(file => listening.has(file)))
}

function openFilesOf(pid: number): string[] {
  try {
    return readdirSync(`/proc/${pid}/fd`).map(fd => linkOf(`/proc/${pid}/fd/${fd}`))
  } catch {
    return []
  }
}

function linkOf(path: string): string {
  try {
    return readlinkSync(path)
  } catch {
    return ''
  }
}
