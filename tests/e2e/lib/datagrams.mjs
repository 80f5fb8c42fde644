// A witness of what no proxy sees: datagrams, as WebRTC sends them.
import { createSocket } from "node:dgram";
import { once } from "node:events";
import { networkInterfaces } from "node:os";

/** Listens on this machine; `host` and `port` are where, `log` is every datagram. */
export async function openDatagrams() {
  const socket = createSocket("udp4");
  const log = [];
  socket.on("message", (bytes) => log.push(bytes));
  socket.bind(0, "0.0.0.0");
  await once(socket, "listening");
  // An address of this machine that is not loopback: WebRTC leaves loopback out.
  const own = Object.values(networkInterfaces()).flat().find(({ family, internal }) => family === "IPv4" && !internal);
  return { host: own?.address ?? "127.0.0.1", port: socket.address().port, log, close: () => socket.close() };
}

/** Runs before the page: keeps what the page takes away, as a script could that was there first. */
export function keepWebRtc() {
  window.keptWebRtc = window.RTCPeerConnection;
}

/** Runs in the page: calls out by WebRTC, as a script in it could; false when it finds nothing to send with. */
export async function sendByWebRtc({ host, port, kept }) {
  const WebRtc = kept ? window.keptWebRtc : window.RTCPeerConnection;
  if (!WebRtc) return false;
  const connection = new WebRtc({ iceServers: [{ urls: `stun:${host}:${port}` }] });
  connection.createDataChannel("x");
  await connection.setLocalDescription(await connection.createOffer());
  await new Promise((done) => setTimeout(done, 2500));
  connection.close();
  return true;
}
