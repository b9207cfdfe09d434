// An SMTP server (RFC 5321) on loopback that takes everything and keeps nothing but Message-IDs.
import net from "node:net";

/** @param taken called with the address of each mail that was taken */
export async function mailServer(port, taken) {
  const seen = new Set();
  let twice = 0;

  function talk(socket) {
    let text = "";
    let to = "";
    let inMail = false;
    socket.setEncoding("utf8");
    socket.on("error", () => {});
    socket.write("220 bench\r\n");
    socket.on("data", (part) => {
      text += part;
      for (;;) {
        const end = text.indexOf(inMail ? "\r\n.\r\n" : "\r\n");
        if (end < 0) return;
        const said = text.slice(0, end);
        text = text.slice(end + (inMail ? 5 : 2));
        if (inMail) {
          inMail = false;
          const id = /^Message-ID: (.*)$/im.exec(said)?.[1];
          if (seen.has(id)) twice++;
          seen.add(id);
          socket.write("250 taken\r\n");
          taken(to);
        } else if (/^DATA/i.test(said)) {
          inMail = true;
          socket.write("354 go on\r\n");
        } else if (/^QUIT/i.test(said)) {
          socket.end("221 bye\r\n");
        } else {
          if (/^RCPT/i.test(said)) to = /<(.*)>/.exec(said)[1];
          socket.write("250 ok\r\n");
        }
      }
    });
  }

  const server = net.createServer(talk);
  await new Promise((resolve) => server.listen(port, "127.0.0.1", resolve));
  return { twice: () => twice };
}
