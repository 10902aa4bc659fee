// A cache that forgets what was used least recently: gscript examples/lru_cache.gs
//
// A table finds entries, a doubly linked list through them knows their order; both make every operation take constant time.

Cache := {}
Cache.__index = Cache
Cache.__tostring = func(self) { return "Cache(" .. table.concat(self:keys(), " ") .. ")" }

func new_cache(capacity, on_evict) {
    assert(capacity > 0, "capacity must be positive")
    // The ring's own entry stands between the newest and the oldest.
    ring := {}
    ring.newer, ring.older = ring, ring
    return setmetatable({capacity: capacity, on_evict: on_evict, entries: {}, ring: ring, size: 0, hits: 0, misses: 0}, Cache)
}

func unlink(entry) {
    entry.newer.older, entry.older.newer = entry.older, entry.newer
}

func link_as_newest(ring, entry) {
    entry.newer, entry.older = ring, ring.older
    ring.older.newer = entry
    ring.older = entry
}

Cache.get = func(self, key) {
    entry := self.entries[key]
    if !entry {
        self.misses++
        return nil
    }
    self.hits++
    unlink(entry)
    link_as_newest(self.ring, entry)
    return entry.value
}

Cache.put = func(self, key, value) {
    entry := self.entries[key]
    if entry {
        unlink(entry)
        entry.value = value
    } else {
        if self.size == self.capacity { self:evict() }
        entry = {key: key, value: value}
        self.entries[key] = entry
        self.size++
    }
    link_as_newest(self.ring, entry)
}

// Drops the oldest entry.
Cache.evict = func(self) {
    oldest := self.ring.newer
    if oldest == self.ring { return }
    unlink(oldest)
    delete(self.entries, oldest.key)
    self.size--
    if self.on_evict { self.on_evict(oldest.key, oldest.value) }
}

// Newest first.
Cache.keys = func(self) {
    keys := {}
    entry := self.ring.older
    for entry != self.ring {
        append(keys, entry.key)
        entry = entry.older
    }
    return keys
}

// A function that remembers the results of f for the last `capacity` arguments.
func memoize(f, capacity) {
    cache := new_cache(capacity)
    return func(x) {
        known := cache:get(x)
        if known == nil {
            known = f(x)
            cache:put(x, known)
        }
        return known
    }, cache
}

cache := new_cache(3, func(key, value) { print("evicted", key, value) })
for i, name := range {"ada", "ben", "cyd"} { cache:put(name, i * 10) }
print(cache, cache:get("ada"))
cache:put("dot", 40)
print(cache, cache:get("ben"))
cache:put("cyd", 31)
cache:put("eve", 50)
print(cache, "hits", cache.hits, "misses", cache.misses)

calls := 0
slow_square, squares := memoize(func(x) {
    calls++
    return x * x
}, 10)
sum := 0
for i := range 1000 { sum += slow_square(i % 8) }
print("sum", sum, "calls", calls, "hits", squares.hits)
