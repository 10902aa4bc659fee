// A small JSON service for notes: gscript examples/http_service.gs [ADDRESS]
//
//     curl localhost:8080/notes
//     curl localhost:8080/notes -d '{"text": "buy tea"}'
//     curl localhost:8080/notes/1
//     curl -X DELETE localhost:8080/notes/1
//
// Every request runs in its own goroutine. A handler that fails costs its client a status 500, nothing more.

store := {notes: {}, next_id: 1}

func add_note(text) {
    note := {id: store.next_id, text: text, created: time.format(time.now(), "%Y-%m-%dT%H:%M:%SZ")}
    store.notes[note.id] = note
    store.next_id++
    return note
}

// An answer that says what was wrong with the request.
func refuse(res, status, reason) {
    res.status(status).json({error: reason})
}

func list_notes(req, res) {
    wanted := req.param("q")
    found := table.filter(table.values(store.notes), func(note) {
        return !wanted || string.contains(note.text:lower(), wanted:lower())
    })
    res.json({count: #found, notes: found})
}

func create_note(req, res) {
    body, err := req.json()
    if err { return refuse(res, 400, err) }
    if type(body) != "table" || type(body.text) != "string" || body.text:trim() == "" {
        return refuse(res, 422, "a note needs a text")
    }
    note := add_note(body.text:trim())
    res.status(201).header("Location", "/notes/" .. note.id).json(note)
}

func with_note(f) {
    return func(req, res) {
        note := store.notes[tonumber(path.base(req.path))]
        if !note { return refuse(res, 404, "no such note") }
        f(note, req, res)
    }
}

func show_note(note, _, res) { res.json(note) }

func change_note(note, req, res) {
    switch req.method {
    case "DELETE":
        delete(store.notes, note.id)
        res.status(204)
    case "PUT":
        body, err := req.json()
        if err { return refuse(res, 400, err) }
        note.text = body.text || note.text
        res.json(note)
    default:
        refuse(res, 405, req.method .. " is not for notes")
    }
}

router := http.newRouter()
router.get("/", func(req, res) {
    if req.path != "/" { return refuse(res, 404, "no such page") }
    res.write("<h1>Notes</h1><p>" .. table.count(store.notes) .. " of them.</p>\n")
})
router.get("/notes", list_notes)
router.post("/notes", create_note)
router.get("/notes/", with_note(show_note))
router.any("/notes/", with_note(change_note))
router.get("/health", func(_, res) { res.json({status: "ok", memory: math.floor(collectgarbage("count"))}) })
router.get("/slow", func(_, res) {
    time.sleep(1)
    res.writeln("that took a second, for this client alone")
})
router.get("/broken", func() { error("this handler always fails") })

router.listen(arg[1] || ":8080", {maxBody: 64 * 1024, readTimeout: 10})
