// A text adventure as a state machine: gscript examples/adventure.gs
//
// A state is a function of the game that reads one command and returns the state that comes next; nil ends the game. Rooms
// and things are data, so a longer story needs no more code.

rooms := {
    hall: {
        text: "You stand in a hall full of dust. A door leads north, stairs lead down.",
        exits: {north: "library", down: "cellar"},
        things: {"lamp"},
    },
    library: {
        text: "Books up to the ceiling. One lies open: 'Light wakes the old door below.'",
        exits: {south: "hall"},
        things: {"book"},
    },
    cellar: {
        text: "A cold cellar. Something glitters behind an iron door.",
        exits: {up: "hall"},
        things: {},
        is_dark: true,
    },
    vault: {
        text: "The vault. A crown rests on a cushion.",
        exits: {out: "cellar"},
        things: {"crown"},
    },
}

func new_game() {
    return {room: rooms.hall, carried: {}, is_lit: false, moves: 0}
}

func carries(game, thing) {
    return table.contains(game.carried, thing)
}

// Moves a thing from one list to another; whether it was there.
func take_from(list, thing, into) {
    at := table.indexOf(list, thing)
    if !at { return false }
    append(into, table.remove(list, at))
    return true
}

func look(game) {
    room := game.room
    if room.is_dark && !game.is_lit {
        print("It is pitch dark.")
        return
    }
    print(room.text)
    if #room.things > 0 { print("You see: " .. table.concat(room.things, ", ") .. ".") }
    print("Ways: " .. table.concat(table.keys(room.exits), ", ") .. ".")
}

// Verbs: each gets the game and the rest of the command, and may return another state.
verbs := {
    look: func(game) { look(game) },
    go: func(game, way) {
        target := game.room.exits[way]
        if !target {
            print("You cannot go there.")
            return
        }
        game.room = rooms[target]
        look(game)
    },
    take: func(game, thing) {
        if game.room.is_dark && !game.is_lit { return print("You grope around in vain.") }
        if take_from(game.room.things, thing, game.carried) {
            print("Taken.")
            if thing == "crown" { return won }
        } else {
            print("There is no " .. thing .. " here.")
        }
    },
    drop: func(game, thing) {
        print(take_from(game.carried, thing, game.room.things) && "Dropped." || "You do not have that.")
    },
    light: func(game, thing) {
        if thing != "lamp" || !carries(game, "lamp") { return print("You cannot light that.") }
        game.is_lit = true
        print("The lamp burns.")
        if game.room == rooms.cellar {
            rooms.cellar.exits.vault = "vault"
            print("With a groan the iron door swings open.")
        }
    },
    inventory: func(game) {
        print(#game.carried > 0 && "You carry: " .. table.concat(game.carried, ", ") || "You carry nothing.")
    },
    quit: func() { return lost },
}

// --- States

func playing(game) {
    io.write("> ")
    line := io.read()
    if line == nil { return lost }
    print(line)
    verb, object := line:lower():match("^%s*(%a+)%s*(.-)%s*$")
    action := verbs[verb || ""]
    if !action {
        print("Try: " .. table.concat(table.keys(verbs), ", ") .. ".")
        return playing
    }
    game.moves++
    return action(game, object) || playing
}

func won(game) {
    print("You walk out with the crown after " .. game.moves .. " moves. Well done!")
}

func lost(game) {
    print("You leave the house with nothing but dust after " .. game.moves .. " moves.")
}

game := new_game()
look(game)
state := playing
for state { state = state(game) }
