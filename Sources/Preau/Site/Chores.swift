import Glibc
import Synchronization

/// What a site does beside answering: every second, what gathered in memory is written; bodies that
/// an older release rendered are rendered again, and the names of members who have left are taken
/// out of what others wrote, a few at a time; the search's index is kept tidy; and files
/// that nothing shows are taken away.
final class Chores: Sendable {
  private let thread: BackgroundThread

  init(_ site: Site) {
    let stopping = StopFlag()
    let rounds = ChoreRounds(site: site, stopping: stopping)
    thread = BackgroundThread(until: stopping) { rounds.run() }
  }

  /// Waits for the last round.
  func stop() { thread.stop() }
}

private struct ChoreRounds: Sendable {
  let site: Site
  let stopping: StopFlag
  private static let secondsBetweenTidyings: Int64 = 600

  func run() {
    var mayBeOld = true
    var nextTidying = Instant(seconds: 0)
    while !stopping.isSet {
      // With work waiting, the writer and the core are left to others in between.
      let isTidying = Instant.now >= nextTidying
      let mayErase = site.hasNamesToErase.load(ordering: .relaxed)
      usleep(mayBeOld || isTidying || mayErase ? 50_000 : 500_000)
      if mayBeOld { mayBeOld = renderAgain() }
      if site.hasNamesToErase.exchange(false, ordering: .relaxed), eraseNames() {
        site.hasNamesToErase.store(true, ordering: .relaxed)
      }
      if isTidying, !tidyIndex(), !forgetNotifications(), !tellFollowUps(), !tellTutorials(),
        !lookAtSearches(), !giveBadges(),
        !tellBadges()
      {
        sweepFiles()
        forgetChanges()
        nextTidying = .now + Self.secondsBetweenTidyings
      }
      writeMarks()
      site.log.flush()
    }
    writeMarks()
  }

  /// - Returns: whether there may be more to do.
  private func renderAgain() -> Bool {
    do { return try Rerendering.some(site.database) > 0 } catch {
      // Pages that meet an old body render it themselves.
      site.log.add("error rerendering \(error)")
      return false
    }
  }

  /// - Returns: whether there may be more to do.
  private func eraseNames() -> Bool {
    do { return try NameErasure.some(site.database) } catch {
      // What is left to do is in the database: the next deletion or start goes on.
      site.log.add("error name-erasure \(error)")
      return false
    }
  }

  /// - Returns: whether there may be more to do.
  private func tidyIndex() -> Bool {
    do { return try SearchIndex.tidy(site.database) } catch {
      // A scattered index finds the same, only more slowly.
      site.log.add("error search-index \(error)")
      return false
    }
  }

  /// - Returns: whether there may be more to do.
  private func forgetNotifications() -> Bool {
    do {
      return try site.database.write { db in
        try MailOutboxStore.forgetOld(now: .now, db)
        try InvitationMailStore.forgetOld(now: .now, db)
        try SearchMissStore.forgetOld(at: .now, db)
        try SavedSearchStore.forgetRemoved(at: .now, db)
        return try NotificationStore.forgetOld(now: .now, db)
      }
    } catch {
      site.log.add("error notifications \(error)")
      return false
    }
  }

  /// - Returns: whether there may be more to do.
  private func tellFollowUps() -> Bool {
    do {
      let isDue = try site.database.read {
        try !HelpFollowUpStore.due(at: .now, limit: 1, $0).isEmpty
      }
      return try isDue && site.database.write { try HelpFollowUpStore.tellDue(at: .now, $0) }
    } catch {
      // Mon Préau and the thread ask all the same.
      site.log.add("error follow-ups \(error)")
      return false
    }
  }

  /// - Returns: whether there may be more to do.
  private func tellTutorials() -> Bool {
    do {
      let now = Instant.now
      let today = Day(now, offset: CalendarTime.offset(at: now))
      let isDue = try site.database.read {
        try !TutorialFreshnessStore.due(on: today, limit: 1, $0).isEmpty
      }
      return try isDue
        && site.database.write { try TutorialFreshnessStore.tellDue(on: today, at: now, $0) }
    } catch {
      // The tutorial says so itself.
      site.log.add("error tutorials \(error)")
      return false
    }
  }

  /// - Returns: whether there may be more to do.
  private func lookAtSearches() -> Bool {
    do { return try SavedSearchLook.some(site.database, site.finding, at: .now) } catch {
      // The search finds all the same.
      site.log.add("error saved-searches \(error)")
      return false
    }
  }

  /// - Returns: whether there may be more to do.
  private func giveBadges() -> Bool {
    do { return try BadgeRuleGiving.some(site.database, site.badges, at: .now) } catch {
      // What is due is counted again.
      site.log.add("error badges \(error)")
      return false
    }
  }

  /// - Returns: whether there may be more to do.
  private func tellBadges() -> Bool {
    do {
      let isDue = try site.database.read {
        try !BadgeReminderStore.due(at: .now, limit: 1, $0).isEmpty
      }
      return try isDue && site.database.write { try BadgeReminderStore.tellDue(at: .now, $0) }
    } catch {
      // The badge says so itself.
      site.log.add("error badge-reminders \(error)")
      return false
    }
  }

  private func forgetChanges() {
    do { try site.database.write { try FindingStore.forget($0) } } catch {
      // What is left over takes room, no more.
      site.log.add("error changes \(error)")
    }
  }

  private func sweepFiles() {
    do { try FileSweep.run(site.files, site.database, now: .now) } catch {
      // What is left over takes room, no more.
      site.log.add("error files \(error)")
    }
  }

  private func writeMarks() {
    let readings = site.readings.take()
    let sessions = site.sessionMarks.take()
    let seen = site.notificationReadings.take()
    let misses = site.searchMisses.take()
    if readings.isEmpty && sessions.isEmpty && seen.isEmpty && misses.isEmpty { return }
    let now = Instant.now
    do {
      let told = try told(in: seen)
      if readings.isEmpty && sessions.isEmpty && told.isEmpty && misses.isEmpty { return }
      try site.database.write { db in
        for (mark, number) in readings {
          try ThreadStore.markRead(mark.thread, upTo: number, by: mark.member, db)
        }
        for miss in misses { try SearchMissStore.keep(miss, at: now, db) }
        for session in sessions { try SessionStore.mark(session, seen: now, db) }
        for (mark, seen) in told {
          try NotificationStore.markRead(
            of: mark.member, in: mark.thread, upTo: seen.number, at: seen.moment, db)
        }
      }
    } catch {
      // Marks are a comfort: losing them must not stop the site.
      site.log.add("error marks \(error)")
    }
  }

  /// Those readings of which something was told: most are of threads that tell nothing new, and a
  /// write for nothing would make every page that is kept stale.
  private func told(
    in seen: [NotificationReadings.Mark: NotificationReadings.Seen]
  ) throws -> [NotificationReadings.Mark: NotificationReadings.Seen] {
    if seen.isEmpty { return [:] }
    return try site.database.read { db in
      try seen.filter { mark, seen in
        try NotificationStore.hasUnread(
          of: mark.member, in: mark.thread, upTo: seen.number, db)
      }
    }
  }
}
