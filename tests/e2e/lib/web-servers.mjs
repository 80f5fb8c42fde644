// nginx, Caddy and Apache as Debian has them, each on a port and in a folder of its own, with a ready-made file as it is.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, cp, mkdir, mkdtemp, open, readFile, rm, writeFile } from "node:fs/promises";
import { get } from "node:http";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { dist } from "./server.mjs";
import { sleep } from "./steps.mjs";

/**
 * Each server: its ready-made file, the smallest configuration around that, how it is started, and how one more header
 * comes into the file. `own` are headers that the rest of such a server sets already.
 */
export const servers = [
  {
    name: "nginx",
    file: "nginx.conf",
    add: (text, name, value) => `${text}add_header ${name} "${value}" always;\n`,
    command: ({ run }) => [process.env.NGINX ?? "/usr/sbin/nginx", "-p", run, "-c", "config", "-e", "stderr"],
    config: ({ site, port, own }) => `
      daemon off;
      pid pid;
      error_log stderr;
      events {}
      http {
        types { text/html html; }
        access_log off;
        ${["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((name) => `${name}_temp_path ${name};`).join("\n")}
        ${own.map(([name, value]) => `add_header ${name} "${value}";`).join("\n")}
        server {
          listen 127.0.0.1:${port};
          root ${site};
          include ${site}/nginx.conf;
        }
      }`,
  },
  {
    name: "Caddy",
    file: "Caddyfile",
    add: (text, name, value) => text.replace(/}\n$/, `\theader +${name} "${value}"\n}\n`),
    command: ({ run }) => [process.env.CADDY ?? "/usr/bin/caddy", "run", "--config", `${run}/config`, "--adapter", "caddyfile"],
    config: ({ site }) => `{\n\tadmin off\n}\nimport ${site}/Caddyfile\n`,
  },
  {
    name: "Apache",
    file: ".htaccess",
    add: (text, name, value) => `${text}Header always add ${name} "${value}"\n`,
    command: ({ run }) => [process.env.APACHE ?? "/usr/sbin/apache2", "-f", `${run}/config`, "-D", "FOREGROUND"],
    // As root it will not serve as root: so it becomes nobody.
    config: ({ site, run, port, own }) => `
      ServerRoot ${run}
      ServerName localhost
      Listen 127.0.0.1:${port}
      PidFile pid
      DefaultRuntimeDir .
      ErrorLog log
      User #65534
      Group #65534
      ${["mpm_event", "authz_core", "dir", "mime", "headers"].map((name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`).join("\n")}
      TypesConfig /dev/null
      AddType text/html .html
      DocumentRoot ${site}
      ${own.map(([name, value]) => `Header set ${name} "${value}"`).join("\n")}
      <Directory ${site}>
        AllowOverride FileInfo
        Require all granted
      </Directory>`,
  },
];

/** Serves the built folder. `edit` changes the text of the ready-made file first, to plant a fault. */
export async function serveWith(server, { own = [], edit } = {}) {
  const home = await mkdtemp(join(tmpdir(), "page-test-"));
  const [site, run] = [join(home, "site"), join(home, "run")];
  await chmod(home, 0o755);
  await mkdir(run);
  await cp(dist, site, { recursive: true });
  if (edit) await writeFile(join(site, server.file), edit(await readFile(join(site, server.file), "utf8")));
  const port = await freePort();
  await writeFile(join(run, "config"), server.config({ site, run, port, own }));
  const [program, ...words] = server.command({ run });
  const origin = `http://127.0.0.1:${port}`;
  const env = { ...process.env, HOME: run, XDG_CONFIG_HOME: run, XDG_DATA_HOME: run, WAYMARK_ADDRESS: origin };
  const log = await open(join(run, "log"), "a");
  // A group of its own, so that its workers end with it.
  const child = spawn(program, words, { cwd: site, env, detached: true, stdio: ["ignore", "ignore", log.fd] });
  const end = () => process.kill(-child.pid, "SIGKILL");
  process.once("exit", end);
  const ended = once(child, "exit");
  const close = async () => {
    process.off("exit", end);
    if (child.exitCode === null) end();
    await ended;
    await log.close();
    await rm(home, { recursive: true, force: true, maxRetries: 5 });
  };
  for (let n = 0; ; n++) {
    const up = await ask(origin, "/").catch(() => null);
    if (up) return { origin, close };
    if (child.exitCode !== null || n === 200) {
      const said = await readFile(join(run, "log"), "utf8");
      await close();
      throw new Error(`${server.name} does not serve: ${said}`);
    }
    await sleep(50);
  }
}

async function freePort() {
  const socket = createServer().listen(0, "127.0.0.1");
  await once(socket, "listening");
  const { port } = socket.address();
  socket.close();
  await once(socket, "close");
  return port;
}

/** One request: status, headers as they came, body. */
export async function ask(origin, path, method = "GET") {
  const request = get(origin + path, { agent: false, method });
  const [response] = await once(request, "response");
  const { statusCode: status, rawHeaders } = response;
  const headers = rawHeaders.flatMap((name, place) => (place % 2 ? [] : [[name, rawHeaders[place + 1]]]));
  return { status, headers, body: Buffer.concat(await response.toArray()) };
}
