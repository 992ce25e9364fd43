@service:resources
@service:wallet
Feature: The window of a campaign
  A campaign runs from its first second to its last. Both are moments: whatever offset they are written
  with, and whatever the clocks of a country do in between, they stay the same moments.

  Scenario: A campaign whose start is still to come is ready
    When a campaign "Later" is made with
      | starts | in 3 days |
    Then the campaign "Later" is ready

  @one-tenant
  Scenario: A campaign whose end has passed has expired
    When a campaign "Over" is made with
      | starts | 4 days ago |
      | ends   | 3 days ago |
    Then the campaign "Over" is expired

  @one-tenant
  Scenario: A campaign may last a single second
    When a campaign "Blink" is made with
      | starts | in 3 days |
      | ends   | in 3 days |
    Then the campaign "Blink" is ready

  @one-tenant
  Scenario: A moment is the same in whatever offset it is written
    Given a campaign "London time" with
      | starts | 2027-06-01 09:00 +01:00 |
      | ends   | 2027-06-30 18:00 +01:00 |
    When a campaign "Dubai time" is made with
      | starts | 2027-06-01 12:00 +04:00 |
      | ends   | 2027-06-30 21:00 +04:00 |
    Then "London time" and "Dubai time" start and end at the same moments

  @one-tenant
  @severity:critical
  @needs:clock
  @lock:tenant
  Scenario: A campaign runs from its first second to its last
    Given a campaign "Summer" that starts in 10 days and ends in 20 days
    When "Summer" is looked at around its start and its end
    Then this is found
      | 1 second before its start | ready   |
      | at its start              | active  |
      | 1 second after its start  | active  |
      | 1 second before its end   | active  |
      | at its end                | active  |
      | 1 second after its end    | expired |

  @severity:critical
  @needs:clock
  @lock:tenant
  @one-tenant
  Scenario: Coupons are given out from the first second to the last
    Given a campaign "Summer" that starts in 10 days and ends in 20 days
    When coupons of "Summer" are asked for around its start and its end
    Then this is found
      | 1 second before its start | refused   |
      | at its start              | given out |
      | 1 second after its start  | given out |
      | 1 second before its end   | given out |
      | at its end                | given out |
      | 1 second after its end    | refused   |

  @service:pos
  @severity:critical
  @needs:clock
  @lock:tenant
  @one-tenant
  Scenario: An offer counts at the till from the first second to the last
    Given the shop sells "coffee" for 35.00
    And a campaign "Summer" that takes 20 % off "coffee" for everyone, starts in 10 days and ends in 20 days
    When a basket of "coffee" is opened around the start and the end of "Summer"
    Then this is found
      | 1 second before its start | not taken off |
      | at its start              | taken off     |
      | 1 second after its start  | taken off     |
      | 1 second before its end   | taken off     |
      | at its end                | taken off     |
      | 1 second after its end    | not taken off |

  @needs:clock
  @lock:tenant
  Scenario Outline: A campaign of one day lasts that day, also where the clocks change on <day>
    Given a campaign "Sunday" that starts on <day> at 00:00 and ends on <day> at 23:59:59
    When "Sunday" is looked at around its start and its end
    Then this is found
      | 1 second before its start | ready   |
      | at its start              | active  |
      | 1 second after its start  | active  |
      | 1 second before its end   | active  |
      | at its end                | active  |
      | 1 second after its end    | expired |

    @tenants:maple
    Examples: In London, in spring and in autumn
      | day        |
      | 2027-03-28 |
      | 2027-10-31 |

    @tenants:cedar
    Examples: In New York, in spring and in autumn
      | day        |
      | 2027-03-14 |
      | 2027-11-07 |
