/** Hands out the pages of a preview on this computer alone, and has open ones follow. */

/** Pages that are handed out, until others take their place. */
export interface Pages {
  /** Answers a browser. */
  handle(request: Request): Response;
  /** Puts pages in place of those before; open ones load themselves anew. */
  replace(pages: ReadonlyMap<string, string>): void;
  /** Says on all open pages why they are not what they should be. */
  complain(message: string): void;
}

/** What a page that is handed out has besides: it listens for what becomes of it. */
const LISTENER = `<script>
new EventSource("/changes").onmessage = ({ data }) => {
  const message = JSON.parse(data);
  if (message === "") return location.reload();
  const note = document.querySelector("#fault") ?? document.createElement("pre");
  note.id = "fault";
  note.role = "alert";
  note.style = "position: fixed; inset: auto 0 0; margin: 0; padding: 1em; max-height: 50vh;" +
    "overflow: auto; white-space: pre-wrap; background: #7a1f1f; color: #fff";
  note.textContent = message;
  document.body.append(note);
};
</script>
</body>`;

/** An open page. */
type Listener = ReadableStreamDefaultController<string>;

/** Begins with no pages. */
export function openPages(): Pages {
  let pages: ReadonlyMap<string, string> = new Map();
  let fault = "";
  const listeners = new Set<Listener>();
  const tell = (message: string, to: Iterable<Listener> = listeners) => {
    for (const one of to) one.enqueue(`data: ${JSON.stringify(message)}\n\n`);
  };
  const changes = () => {
    let own: Listener;
    const stream = new ReadableStream<string>({
      start: (controller) => {
        listeners.add(own = controller);
        if (fault !== "") tell(fault, [own]);
      },
      cancel: () => void listeners.delete(own),
    });
    return new Response(stream.pipeThrough(new TextEncoderStream()), {
      headers: { "content-type": "text/event-stream", "cache-control": "no-store" },
    });
  };
  return {
    handle: (request) => {
      const { hostname, pathname } = new URL(request.url);
      // A page from elsewhere may call this computer by a name of its own.
      if (hostname !== "127.0.0.1") return new Response("", { status: 403 });
      if (pathname === "/changes") return changes();
      const page = pages.get(pathname === "/" ? "index.html" : pathname.slice(1));
      if (page === undefined) {
        return text("预览里只有网页；Word、Excel、PDF 由 deno task report 写在 reports/ 里。", 404);
      }
      return new Response(page.replace(/<\/body>\s*<\/html>\s*$/, () => `${LISTENER}\n</html>\n`), {
        headers: { "content-type": "text/html; charset=utf-8", "cache-control": "no-store" },
      });
    },
    replace: (fresh) => {
      pages = fresh;
      fault = "";
      tell("");
    },
    complain: (message) => tell(fault = message),
  };
}

function text(content: string, status: number): Response {
  return new Response(content, {
    status,
    headers: { "content-type": "text/plain; charset=utf-8" },
  });
}
